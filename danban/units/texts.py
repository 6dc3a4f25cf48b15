"""Wording of the room: headings of its tables, what its diary entries say, what is wrong with a tree."""

CODE, NAME, KIND, PARENT = "Mã", "Tên", "Loại", "Mã cấp trên"
HOUSEHOLDS, PUBLIC_CODE = "Số hộ", "Mã định danh"
REQUIRED_HEADINGS = (CODE, NAME, KIND, PARENT)
OPTIONAL_HEADINGS = (HOUSEHOLDS, PUBLIC_CODE)
HEADINGS = (*REQUIRED_HEADINGS, *OPTIONAL_HEADINGS)

EVENTS: dict[str, str] = {
    "scheme.loaded": "Nạp mô hình tổ chức: các cấp, loại đơn vị và loại cơ quan",
    "tree.opened": "Mở một bản cơ cấu đơn vị",
    "tree.closed": "Kết thúc hiệu lực một bản cơ cấu đơn vị",
    "unit.loaded": "Ghi hàng loạt đơn vị vào bản cơ cấu",
    "unit.imported": "Nạp đơn vị từ tệp bảng",
    "body.established": "Lập các cơ quan, tổ chức của đơn vị",
    "body.ended": "Kết thúc hoạt động của một cơ quan, tổ chức",
    "body.contacts_set": "Ghi điện thoại, thư, địa chỉ của một cơ quan",
    "succession.recorded": "Ghi đơn vị cũ thành đơn vị mới",
}

FLAWS: dict[str, str] = {
    "no_root": "Bản cơ cấu chưa có đơn vị cấp cao nhất",
    "two_roots": "Nhiều đơn vị cùng đứng ở gốc",
    "orphan": "Đơn vị có cấp trên không thuộc bản cơ cấu này",
    "wrong_parent_level": "Cấp trên không phải cấp liền trên",
    "wrong_kind": "Loại đơn vị không thuộc cấp của nó",
    "double_name": "Hai đơn vị cùng loại trùng tên dưới một cấp trên",
    "double_code": "Hai đơn vị trùng mã",
    "double_unit": "Một đơn vị đứng hai chỗ",
    "wrong_path": "Đường dẫn không khớp với cấp trên",
    "wrong_ancestors": "Cột cấp trên sao lại không khớp với cấp trên",
    "period_gap": "Có ngày không bản cơ cấu nào có hiệu lực",
    "period_overlap": "Hai bản cơ cấu cùng có hiệu lực",
    "body_outside_life": "Cơ quan hoạt động ngoài thời gian tồn tại của đơn vị",
    "succession_missing": "Đơn vị không còn trong bản sau nhưng chưa ghi thành đơn vị nào",
    "succession_default": "Đơn vị tách ra nhiều nơi phải có đúng một nơi mặc định",
    "succession_share": "Đơn vị được ghi chuyển “toàn bộ” nhưng lại chuyển tới nhiều nơi",
    "succession_target": "Đơn vị kế tiếp không đứng trong bản cơ cấu có hiệu lực ngày đó",
    "unplaced": "Đơn vị không đứng trong bản cơ cấu nào",
}
