"""What people send that is not text, as fields of a `Message`."""

from typing import Any, Literal

ContentKind = Literal[
    "photo",
    "voice",
    "audio",
    "video",
    "video_note",
    "document",
    "sticker",
    "location",
    "contact",
    "dice",
    "poll",
]


def _file(name: str, **more: Any) -> dict[str, Any]:
    return {"file_id": f"{name}-file-1", "file_unique_id": f"{name}-1", "file_size": 1024} | more


CONTENTS: dict[ContentKind, Any] = {
    "photo": [_file("photo", width=90, height=67), _file("photo-large", width=800, height=600)],
    "voice": _file("voice", duration=4, mime_type="audio/ogg"),
    "audio": _file("audio", duration=4, mime_type="audio/mpeg"),
    "video": _file("video", duration=4, width=320, height=240),
    "video_note": _file("video-note", duration=4, length=240),
    "document": _file("document", file_name="document.pdf", mime_type="application/pdf"),
    "sticker": _file(
        "sticker", width=512, height=512, is_animated=False, is_video=False, type="regular", emoji="🙂"
    ),
    "location": {"latitude": 52.09, "longitude": 5.12},
    "contact": {"phone_number": "31600000000", "first_name": "Contact"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {
        "id": "5400000000000001",
        "question": "Question",
        "options": [
            {"text": "One", "voter_count": 0, "persistent_id": "1"},
            {"text": "Two", "voter_count": 0, "persistent_id": "2"},
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    },
}
