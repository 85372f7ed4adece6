"""What the engine refuses: slots and actions that do not fit, flows that go round."""

from dialogues.problems import DialogueError

MAX_STEPS = 250
"""Steps in one turn; more means that the flows go round."""


class ForeignAction(DialogueError):
    """An action reported that the dialogue does not wait for. Nothing has changed."""

    def __init__(self, action: str, flow: str | None, step: str | None) -> None:
        super().__init__(
            f"action `{action}` has ended, but flow `{flow}` at step `{step}` does not wait for it"
        )
        self.action, self.flow, self.step = action, flow, step


class UnknownFlow(DialogueError):
    """There is no flow with this id. Nothing has changed."""

    def __init__(self, flow: str) -> None:
        super().__init__(f"no flow `{flow}`")
        self.flow = flow


_HOLDS = {
    "text": "a Private",
    "bool": "True or False",
    "number": "a whole number",
    "date": "a day as 2026-11-26",
    "categorical": "one of its values",
    "list": "a tuple",
}


class SlotRefused(DialogueError):
    """An action or the program gave a slot that is not in domain.yml, or a value that does not fit it."""

    def __init__(self, slot: str, kind: str | None) -> None:
        fault = "is not in domain.yml" if kind is None else f"holds {_HOLDS[kind]}, and this is none"
        super().__init__(f"slot `{slot}` {fault}")
        self.slot = slot


class TooManySteps(DialogueError):
    """The flows went round without listening. Nothing has changed."""

    def __init__(self, flow: str, step: str) -> None:
        super().__init__(f"more than {MAX_STEPS} steps in one turn, at step `{step}` of flow `{flow}`")
        self.flow, self.step = flow, step


class OptionRefused(DialogueError):
    """An option cannot become a button: its value is not [a-z0-9_-]{1,40} or makes the payload too long."""

    def __init__(self, slot: str) -> None:
        super().__init__(f"slot `{slot}` offers an option whose value does not fit a button")
        self.slot = slot
