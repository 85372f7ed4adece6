"""A step on paper, for the employee to keep or to hand in; nothing but the agreed words (C19, C71)."""

import json
from collections.abc import Callable

from bot.materials.printed import FOLDER, PrintingMissing, can_print
from handlers.domain.proposals import Plan


def step_paper(plan: Plan, words: Callable[..., str], language: str) -> bytes:
    """One PDF/UA-1. Takes up to 0.2 s: call it off the event loop.

    A formal complaint has room for name, date and signature, to be filled in by hand: Open Oor knows no name.
    Raises PrintingMissing when the extra `reports` is not installed.
    """
    if not can_print():
        raise PrintingMissing
    import typst  # only here, as in printed.py

    kind = words(f"fact-step-{plan.kind.value}")
    facts = {
        "language": language,
        "title": kind[:1].upper() + kind[1:],
        "to": words("material-step-to", to=words(f"fact-step-to-{plan.to.value.replace('_', '-')}"))
        if plan.leaves
        else "",
        "text": plan.text.reveal(),
        "fields": [words(f"material-step-{name}") for name in ("name", "date", "sign")]
        if plan.rule.named
        else [],
        "only": words("material-step-only") if plan.leaves else "",
    }
    return typst.compile(
        str(FOLDER / "step.typ"),
        root=str(FOLDER),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"facts": json.dumps(facts)},
        timestamp=0,
    )
