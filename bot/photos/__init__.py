"""Photos of counsellors: whatever comes in, a small square JPEG comes out, made anew from its pixels."""

from bot.photos.studio import MOST_BYTES, NoPhoto, square

__all__ = ["MOST_BYTES", "NoPhoto", "square"]
