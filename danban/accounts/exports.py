"""What the room gives to the written reference."""

from danban.accounts.roles import ROLES


def permissions_table() -> str:
    """A Markdown table: one line per role, one column per permission, ``●`` where the role has it."""
    permissions = sorted({permission for role in ROLES.values() for permission in role.permissions})
    head = ["Vai trò", "Cấp", *(f"`{permission}`" for permission in permissions)]
    lines = [head, ["---"] * len(head)]
    for role in ROLES.values():
        marks = ["●" if permission in role.permissions else "" for permission in permissions]
        lines.append([f"{role.name} (`{role.code}`)", f"`{role.level}`", *marks])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
