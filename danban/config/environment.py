"""Every setting comes from an environment variable ``DANBAN_*``; this file is the whole list."""

import secrets
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Environment(BaseSettings):
    """The settings of one installation. Defaults suit a trial on one machine."""

    model_config = SettingsConfigDict(env_prefix="DANBAN_", extra="ignore")

    var: Path = Field(default=Path("var"), description="Thư mục dữ liệu: cơ sở dữ liệu, tệp, khóa, phông chữ.")
    database_url: str = Field(default="", description="postgresql://user:pass@host/name; để trống là SQLite trong var.")
    secret_key: str = Field(default="", description="Khóa bí mật; để trống thì tạo ngẫu nhiên trong var/secret-key.")
    debug: bool = Field(default=False, description="Chỉ bật khi phát triển.")
    demo: bool = Field(default=False, description="Chế độ trình diễn: đăng nhập một chạm, không gửi gì ra ngoài.")
    hosts: str = Field(default="127.0.0.1,localhost,[::1]", description="Tên miền được phục vụ, cách nhau dấu phẩy.")
    https: bool = Field(default=False, description="Bật khi đứng sau HTTPS: cookie an toàn, HSTS.")
    public_url: str = Field(
        default="http://127.0.0.1:8000", description="Địa chỉ mọi người dùng để mở trang; đứng đầu liên kết trong thư."
    )
    mail_url: str = Field(
        default="",
        description="smtp://user:pass@host:port, smtp+starttls:// hoặc smtps://; để trống thì không thư nào gửi đi.",
    )
    mail_from: str = Field(default="", description="Địa chỉ người gửi của thư, ví dụ Dân Bàn <danban@hanoi.gov.vn>.")
    sms_url: str = Field(default="", description="Địa chỉ HTTP nhận tin nhắn; để trống thì không tin nhắn nào gửi đi.")
    sms_token: str = Field(default="", description="Mã truy cập của dịch vụ tin nhắn (Authorization: Bearer …).")
    sms_body: str = Field(
        default='{"to": "{to}", "text": "{text}"}',
        description="Khuôn JSON gửi tới dịch vụ tin nhắn: {to} là số máy, {text} là nội dung.",
    )
    second_factor: Literal["city", "off"] = Field(
        default="city",
        description="city: vị trí cấp Thành phố phải có xác thực hai lớp; off: tùy mỗi người. Bản trình diễn luôn là off.",
    )
    oidc_server_url: str = Field(
        default="", description="Địa chỉ nguồn đăng nhập OpenID Connect (như VNeID); để trống thì không có lối này."
    )
    oidc_client_id: str = Field(default="", description="Mã ứng dụng do nguồn đăng nhập cấp.")
    oidc_client_secret: str = Field(default="", description="Khóa của ứng dụng do nguồn đăng nhập cấp.")
    oidc_name: str = Field(default="VNeID", description="Tên ghi trên nút đăng nhập qua nguồn đó.")
    oidc_scope: str = Field(default="openid profile email phone", description="Phạm vi xin nguồn đăng nhập cung cấp.")
    oidc_email_claim: str = Field(default="email", description="Trường của nguồn ghi e-mail.")
    oidc_phone_claim: str = Field(default="phone_number", description="Trường của nguồn ghi số điện thoại.")
    oidc_trusted_claims: str = Field(
        default="", description="Trường luôn được nguồn xác minh dù không kèm …_verified, cách nhau dấu phẩy."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="WARNING", description="Mức ghi của máy chủ ra màn hình."
    )

    @property
    def folder(self) -> Path:
        """The data folder, absolute, made when missing."""
        folder = self.var.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def key(self) -> str:
        """The secret key; the first run writes a random one, readable by its owner only."""
        if self.secret_key:
            return self.secret_key
        place = self.folder / "secret-key"
        if not place.exists():
            place.touch(mode=0o600)
            place.write_text(secrets.token_urlsafe(64))
        return place.read_text().strip()


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of this process, read once."""
    return Environment()
