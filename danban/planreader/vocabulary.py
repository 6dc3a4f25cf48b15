"""Words that begin the name of a body or a post, and verbs that end it. Written with accents, small letters."""

import re

_EDGE = r"(?![^\W\d_])"

HEADS = (
    "ủy ban|ubnd|ubmttq|ub mttq|mttq|mặt trận|sở(?= [^\\W\\d_])|ban(?= (?!hành|ghi|đầu|"
    "quyền|sơ|đêm|ngày)[^\\W\\d_])|phòng(?= (?!chống|trừ|ngừa|,|bệnh|dịch|hộ|vệ|cháy|thủ)[^\\W\\d_])|"
    "công an|"
    "bộ(?= (?!quy|tiêu|tài|câu|chỉ số|sản|máy|phận nhỏ|mặt|đội biên)[^\\W\\d_])|bộ đội|"
    "cục|chi cục|tổng cục|vụ(?= (?!việc|mùa|đông|xuân|hè|án)[^\\W\\d_])|viện|trường|trung "
    "tâm|"
    "đài(?= [^\\W\\d_])|báo(?= (?!cáo|gồm|hiệu)[^\\W\\d_])|hội(?! nghị| thảo| thi| diễn|"
    " trường| đồng thi| họp| viên| nhập| tụ| chứng| xuân| làng| khỏe| chợ)(?= [^\\W\\d_])|"
    "hội đồng|liên đoàn|liên minh|liên hiệp|đoàn(?! kết| viên| thể| kiểm tra liên)|"
    "đoàn thể|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn|xã đoàn|bộ chỉ huy|ban "
    "chỉ huy|bộ tư lệnh|kho bạc|ngân hàng|bảo hiểm xã hội|bhxh|điện lực|văn phòng|"
    "tổ(?! chức| tiên| quốc|ng|ấm| hợp(?! tác))(?= [^\\W\\d_])|tổ chức(?= (?:chính trị|"
    "thành viên|đoàn thể|xã hội|tôn giáo|hội (?!nghị|thảo|thi|diễn|họp|trại|xuân|chợ|khỏe)))|"
    "đội(?= (?!ngũ|hình|tuyển)[^\\W\\d_])|trạm|đảng ủy|đảng bộ|thành ủy|tỉnh ủy|"
    "huyện ủy|quận ủy|thị ủy|thường trực|hđnd|chủ tịch|phó chủ tịch|giám đốc|thủ trưởng|"
    "bí thư|phó bí thư|cấp ủy|chi bộ|chi đoàn|chi hội|hiệu trưởng|nhà trường|các nhà trường|"
    "hạt kiểm lâm|"
    "bệnh viện|công ty|doanh nghiệp|hợp tác xã|thanh tra|tòa án|viện kiểm sát|bch|ban chấp "
    "hành|btv|bcđ|quân sự|đồng chí|đ/c|cán bộ|thành viên|tổ trưởng|đội trưởng|trưởng|phó "
    "trưởng|"
    "cơ quan|đơn vị|lực lượng|chính quyền|địa phương|bưu điện|vnpt|viettel|mobifone|evn|"
    "quỹ(?= [^\\W\\d_])|tập đoàn|tổng công ty|hiệp hội|câu lạc bộ|đoàn thanh niên|phụ nữ|"
    "nông dân|"
    "cựu chiến binh|quốc hội|chính phủ|thủ tướng|bộ trưởng|ccb|lđlđ|hội cựu|công đoàn|khối|"
    "cụm|đảng đoàn|ban cán sự|tiểu ban|điều tra viên|giám sát viên|cộng tác viên|"
    "công chức|viên chức|kế toán|chủ rừng|chủ đầu tư|chi ủy|giáo viên|quận,? huyện|huyện,? "
    "thị|xã, phường|phường, xã|thôn, |hộ gia đình|người dân|cha mẹ|phụ huynh|chủ hộ|các(?= "
    ")|mỗi(?= )|từng(?= )|toàn thể(?= )|một số(?= )|kiểm lâm|trung đoàn|sư đoàn|"
    "đồn biên phòng|đồn|tổng đội|phân viện|học viện|đại học|nhóm|bộ phận|chủ nhiệm|chánh "
    "văn phòng|chánh thanh tra|trưởng thôn|bí thư chi bộ|văn phòng đăng ký|cảng vụ|hải "
    "quan|thuế|thống kê"
)
HEAD = re.compile(rf"(?:{HEADS}){_EDGE}|thôn, ")

NOT_ACTOR = re.compile(
    r"(?:các|mỗi|từng|toàn thể|một số)\s+(?:nội dung|biện pháp|giải pháp|nhiệm vụ|hoạt động|"
    r"văn bản|chỉ tiêu|hình thức|mô hình|phong trào|quy định|đối tượng|tiêu chí|mục tiêu|"
    r"chương trình|thông tin|"
    r"loại|vấn đề|sự kiện|khoản|công việc|công tác|công trình|điều kiện|kiến nghị|ý kiến|"
    r"chủ trương|chính sách|nghị quyết|quyết định|chỉ thị|kế hoạch|văn kiện|phương tiện|"
    r"phương án|nguồn|dự án|đề án|đợt|kết quả|"
    r"nhóm (?:giải|nhiệm|đối|chỉ)|khâu|bước|yêu cầu|quy trình|thủ tục|hồ sơ|dịch vụ|sản "
    r"phẩm|di tích|lễ hội|tuyến|hội (?:nghị|thảo|thi|diễn)|cuộc|buổi|lớp|điểm|bài|tin|năm|"
    r"tháng|tuần|ngày|quý|lần|bộ tiêu|danh hiệu|"
    r"khoản|mặt hàng|khu vực|vùng|biểu mẫu|chỉ số|tài liệu|sai phạm|vi phạm|trường hợp|tình "
    r"huống|giá trị|hành vi|lĩnh vực|nền tảng|hệ thống|cơ sở dữ|giải|mũi|bệnh |dịch |vụ "
    r"|thành phần|kênh|trang|cây|loài|hạng mục|hiện tượng)|"
    r"trưởng thành|trường hợp|trưởng bối|đơn vị (?:tính|chủ trì|phối hợp|thực hiện)|cơ quan "
    r"(?:chủ trì|phối hợp|thực hiện)\s*:|khối lượng|nhóm (?:máu|tuổi|giải pháp|nhiệm)|cụm "
    r"từ|thuế (?:suất|thu)|đội (?:ngũ)|"
    r"một số (?:nội dung|giải|nhiệm|hoạt|chỉ tiêu|vấn đề|kết quả|công việc)|cơ quan thường "
    r"trực:|cơ sở dữ|các cơ sở dữ|các cấp (?:độ|học\b)|các hội (?:nghị|thảo|thi)|các tổ "
    r"hợp|các hộ chiếu|mỗi (?:hộ chiếu)|cán bộ hóa|thống kê(?= (?!cấp|tỉnh|huyện))|"
    r"các nhóm (?:giải|nhiệm|đối)|các khu vực|các liên kết|các chủ (?:trương|đề)|các cấp, "
    r"các ngành và|quỹ (?:đất|thời)|báo (?:cáo|hiệu|động)|từng (?:bộ phận|cơ sở dữ)|địa "
    r"phương hóa|viện (?:trợ|phí)|trạm (?:dừng)|các đoàn (?:kiểm tra|công tác|liên ngành)(?=,|"
    r"\.)|lực lượng lao động"
)

LEAD = re.compile(
    r"(?:(?:kính đề nghị|đề nghị|giao cho|giao|yêu cầu|phân công|ủy quyền cho|ủy quyền|đối "
    r"với|trách nhiệm của|nhiệm vụ của|về phía|chủ trì)\s*:?\s+)+"
)

VERBS = (
    "chủ trì|phối hợp|xây dựng|tổ chức|triển khai|tham mưu|hướng dẫn|chỉ đạo|đôn đốc|kiểm "
    "tra|báo cáo|tổng hợp|ban hành|hỗ trợ|phân công|bố trí|cấp(?= (?:phát|kinh|cho|bổ|nhật|"
    "giấy|thẻ|đủ|miễn))|thẩm định|"
    "tuyên truyền|vận động|chịu trách nhiệm|có trách nhiệm|căn cứ|theo(?= (?:chức|dõi|nhiệm|"
    "quy|thẩm|kế|phân|lĩnh|đúng|thời|sự|địa))|theo dõi|thực hiện|tăng cường|đẩy mạnh|tham "
    "gia|rà soát|lập(?= (?:kế|danh|dự|hồ|biên|đoàn|báo|phương|bản|sổ|tổ))|"
    "giám sát|đảm bảo|bảo đảm|cân đối|cung cấp|cung ứng|chuẩn bị|đăng ký|lựa chọn|gửi|hoàn "
    "thành|tiếp tục|phát động|quản lý|là(?= (?:cơ|đơn|đầu|thường|nơi|người|thành|tổ))|làm(?= "
    "(?:đầu|tốt|cơ|tổ|trưởng|việc))|đề xuất|nghiên cứu|phổ biến|"
    "quán triệt|tập huấn|thường xuyên|kịp thời|chủ động|được giao|được phân|cử(?= (?:cán|"
    "đại|người|giáo|thành|lực|đoàn|\\d|ít|1|đúng|một))|đưa tin|đưa|sẽ|cần|phải|tập trung|"
    "huy động|vận hành|thành lập|xác định|trình|tiếp nhận|tiếp thu|mở|"
    "phân bổ|trích|chi trả|chi(?= (?:kinh|hỗ|trả|cho|tiền))|thông báo|nhân rộng|giải quyết|"
    "xử lý|đánh giá|sơ kết|tổng kết|phát hiện|công bố|công khai|ký(?= (?:kết|cam|hợp|văn))|"
    "cập nhật|thu(?= (?:thập|gom|nhận|hút))|khảo sát|điều tra(?! viên)|"
    "trồng|tiêm|chăm sóc|góp ý|xem xét|phê duyệt|quyết định|thúc đẩy|áp dụng|nâng cao|khai "
    "thác|ứng dụng|phát huy|định kỳ|hằng|hàng(?= (?:năm|tháng|tuần|quý|ngày))|nộp|gắn|trực "
    "tiếp|có(?= (?:trách|kế|biện|giải|văn|nhiệm|hình|phương|ít|từ))|không(?= (?:để|tổ|được))|"
    "biên soạn|in(?= (?:ấn|và|cấp))|viết|đăng tải|đăng(?= (?:tin|bài))|phát(?= (?:sóng|"
    "thanh|hành|tờ|hiện))|rào|nắm(?= (?:bắt|tình|chắc))|đi(?= kiểm)|tố giác|mua|lắp đặt|"
    "duy trì|mời|trao đổi|họp|truyền thông|đảm nhận|đảm trách|đặt hàng|vào cuộc|tích cực|"
    "khẩn trương|nghiêm túc|bám sát|đóng góp|đồng hành|khắc phục|dọn dẹp|vệ sinh|hợp đồng|"
    "kiện toàn|ra quân|khai mạc|bế mạc|trao|tặng|thăm|học tập|giúp|công nhận|khen thưởng|"
    "biểu dương|lấy|niêm yết|sản xuất|bồi dưỡng|đào tạo|rút kinh nghiệm|nghiệm thu|"
    "bàn giao|quyết toán|thanh toán|ghi nhận|diễn tập|phản ánh|thống nhất|lưu trữ|trực(?= "
    "(?:chiến|24|ban|tiếp))|kiểm soát|ngăn chặn|xử phạt|nhận|gom|bảo vệ|treo|dự(?= (?:họp|"
    "hội|toán|trù))|sắp xếp|phát triển|đổi mới|chuyển|giới thiệu|động viên|khuyến khích|"
    "cam kết|tự(?= (?:kiểm|rà|đánh|tổ|chịu|giác))|phun|khoanh vùng|khám|điều trị|sàng lọc|"
    "ghi|nhập|bổ sung|sử dụng|tính|đối chiếu|phúc tra|quy định|hoàn thiện|số hóa|kết nối|"
    "chia sẻ|tích hợp|cấu hình|tạo|đo|nghe|cho(?= (?:ý|phép|chủ))|phân bón|kêu gọi|quyên "
    "góp|"
    "phúc tra|bình xét|bầu|họp xét|đón|tiễn|dâng|vận chuyển|bảo quản|tiêu hủy|thống kê(?= "
    "(?:số|danh|đầy|các|và|,))|điều hành|điều phối|điều chỉnh|đặt|phụ trách|phục vụ|thay|"
    "làm|chấp hành|tuân thủ|đề nghị|cùng(?= (?:với|phối))|thông qua|lồng ghép|nêu cao|hưởng "
    "ứng|"
    "thẩm tra|xác minh|kết luận|bình cử|tuần tra|hiệp đồng|tiến hành|soạn|chấm|hoàn tất|khởi công|dạy|bàn|"
    "cụ thể hóa|phát hành|chốt|dành|thả|trang bị|nuôi|gieo|ươm|đào hố|giao(?= (?:nhiệm|"
    "cho|chỉ|ban|đất|rừng))|thi công|giải ngân|tháo gỡ|giải tỏa|giữ|dựa|quan tâm|coi|lãnh "
    "đạo(?= (?:,|chỉ|và|thực))|hoạt động|vào|đến(?= (?:từng|nhà|hộ))"
)
VERB = re.compile(rf"(?<![^\W\d_])(?:{VERBS}){_EDGE}")

NAMED_AFTER = (
    r"(?:các tổ chức|và tổ chức|những tổ chức)|(?:ban|phòng|tổ|đội|trung tâm|chi cục|cục|"
    r"ủy ban|quỹ|vụ|hội đồng|tiểu ban|bộ phận|công ty|văn phòng|nhóm|tổng cục|trưởng ban|"
    r"trưởng phòng|phó ban|câu lạc bộ)\s+"
    r"(?:chỉ đạo|tổ chức|quản lý|kiểm tra|vận động|giám sát|điều hành|tuyên truyền|thi đua|"
    r"hỗ trợ|phát động|kiểm soát|hướng dẫn|quản trị|phối hợp|thực hiện|bảo vệ|truyền thông|"
    r"đào tạo|điều phối|vận hành|"
    r"báo cáo|tiếp nhận|tham mưu|xây dựng|phát triển|bảo trợ|khuyến|chăm sóc|thanh toán|"
    r"đăng ký|thẩm định|dự toán|in|ứng dụng|phục vụ|nghiên cứu|chuyển|điều tra|giáo dục|"
    r"bồi dưỡng|phát thanh|khai thác|trồng|giải quyết|phân tích|vệ sinh|điều dưỡng|công "
    r"nhận|"
    r"kiểm lâm|đổi mới|số hóa|ứng phó|tiêm|thu|họp|tổng hợp|trực|đảm bảo|bảo đảm)"
)

# Small words that stand inside names of bodies and groups.
NAME_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        an ban binh biên buôn bàn bào báo bình bí bưu bạc bản bảo bệnh bộ cam cao cha chi chiến chung
        chuyên cháy chí chính chăn chấp chỉ chống chủ chủng chức chữ chữa cuộc các cán còn có công cùng
        cơ cư cả cấp cộng cụm của cứu cựu da doanh du dân dưới dục dự dựng em gia giao giám giáo giáp
        giúp giới hiến hiểm hiệp hiệu hoạch huyện hàng hành hòa hóa hạ học hỏa hộ hội hợp hữu kho khoa
        khen khu khuyến khuyết khác khóm khối kinh kiểm kê kế kỹ lao liên liệt luật làm làng lâm lãnh
        lượng lại lập lịch lợi lực miền máu môi môn mù mầm mặt mẹ mỗi một mới mở nghiệp nghề nghệ nghị
        nguyên ngoài nguyện ngành ngân người nhiếp nhà nhánh nhân nhóm nhạc niên non nuôi này nêu nói
        nông núi nước nạn nội nữ phong pháp phát phân phòng phó phương phường phần phố phối phổ phụ quan
        quyền quân quận quốc quỹ rộng rừng sinh sát sĩ sản số sở sự tai tham thanh thao theo thi thiên
        thiểu thuật thuộc thành thôn thông thú thư thương thường thưởng thập thể thị thống thủ thủy thực
        tin tiêm tiếp tiểu toàn tra trang triển trong trung truyền trào trách trên trường trưởng trạm
        trấn trận trẻ trị trọng trực tuyến tuổi tài tác tâm tìm tình tòa tôn tư tại tạo tải tầng tật tế
        tỉnh tịch tổ tộc từng viên việc viện và vùng văn vũ vườn vận vật vị với vụ xây xã y án đai điểm
        điện đoàn đua đài đào đình đóng đô đơn được đại đạo đảng đất đầu đẳng đặc địa đỏ đốc đồng đội
        động đứng ương ảnh ấp ở ủy
        """,
    )
)
