"""Django's settings. What may differ between installations is read from ``environment``."""

from pathlib import Path

from danban.config import authority, mail
from danban.config.databases import from_url, sqlite
from danban.config.environment import environment

_env = environment()
VAR = _env.folder
DEMO = _env.demo

SECRET_KEY = _env.key()
DEBUG = _env.debug
ALLOWED_HOSTS = [host.strip() for host in _env.hosts.split(",") if host.strip()]
ROOT_URLCONF = "danban.config.urls"
WSGI_APPLICATION = "danban.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "heroicons",
    "django_htmx",
    "csp",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "danban.installation",
    "danban.audit",
    "danban.units",
    "danban.accounts",
    "danban.notices",
    "danban.documents",
    "danban.campaigns",
    "danban.plans",
    "danban.assignments",
    "danban.difficulties",
    "danban.library",
    "danban.conferences",
    "danban.delegates",
    "danban.envoys",
    "danban.sittings",
    "danban.commitments",
    "danban.evaluations",
    "danban.petitions",
    "danban.resolutions",
    "danban.culture",
    "danban.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "danban.web.meeting.checkin.door.thin_door",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "danban.web.ui.middleware.SignInRequired",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "danban.web.ui.middleware.actor",
    "danban.web.ui.middleware.Refusals",
]

WEB = Path(__file__).resolve().parent.parent / "web"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(WEB.glob("**/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "danban.web.ui.context.shell",
            ],
            "builtins": ["danban.web.ui.templatetags.ui"],
        },
    }
]

DATABASES = {"default": from_url(_env.database_url) if _env.database_url else sqlite(VAR / "danban.sqlite3")}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "danban_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "danban_phien"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "danban_csrf"
CSRF_FAILURE_VIEW = "danban.web.ui.errors.csrf_failure"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["danban.web.desk.accounts.backend.EmailOrPhone"]
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/viec-cua-toi/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# allauth gives the order of the steps of a sign-in, the second factor, the sign-in through another authority and
# the list of sessions (docs/decisions/0014). Its pages, its limiter and its sign-up are not used.
ACCOUNT_ADAPTER = "danban.web.desk.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "danban.web.desk.accounts.adapters.SecondFactorAdapter"
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "danban.web.desk.accounts.adapters.AuthorityAdapter"
SECOND_FACTOR = "off" if DEMO else _env.second_factor
OIDC = authority.from_environment(_env)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OIDC.apps}}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [WEB / "locale"]

STATIC_URL = "/tinh/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [WEB / "ui" / "static"] + ([VAR / "assets"] if (VAR / "assets").is_dir() else [])
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILES_ROOT = VAR / "files"
PAPER_FONTS = VAR / "paper-fonts"  # filled by `danban assets`

# A demonstration never speaks to a mail or message server, whatever its environment says.
_mail = mail.from_url("" if DEMO else _env.mail_url)
EMAIL_BACKEND = _mail.backend
EMAIL_HOST = _mail.host
EMAIL_PORT = _mail.port
EMAIL_HOST_USER = _mail.user
EMAIL_HOST_PASSWORD = _mail.password
EMAIL_USE_TLS = _mail.scheme == "smtp+starttls"
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _env.mail_from or "Dân Bàn <khong-tra-loi@localhost>"
PUBLIC_URL = _env.public_url.rstrip("/")
SMS_URL = "" if DEMO else _env.sms_url
SMS_TOKEN = _env.sms_token
SMS_BODY = _env.sms_body

FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if _env.https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'", *OIDC.origins],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": _env.log_level},
}
