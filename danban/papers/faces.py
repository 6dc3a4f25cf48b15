"""The four faces papers are printed in: Tinos, of the same metrics as Times New Roman; `danban assets` fetches them."""

from pathlib import Path

from danban.kit.refusals import BadInput

FAMILY = "Tinos"
FACES = ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")


def has_faces(folder: Path) -> bool:
    """Whether all four faces lie in the folder."""
    return all((folder / face).is_file() for face in FACES)


def check_faces(folder: Path) -> None:
    """Raise ``BadInput`` when a face is missing: a paper in another font would not have the lines it should."""
    if not has_faces(folder):
        raise BadInput("Chưa in được PDF: máy chủ chưa có phông chữ của văn bản. Hãy chạy: danban assets")
