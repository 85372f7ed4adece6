"""Steps of a case at the desk: propose, take back, carry out, and the sheet to hand over (C13, C15, C19)."""

import re
from dataclasses import dataclass
from secrets import token_urlsafe

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.desk_library import Shelf
from bot.web.forms import MOST_WORDS, Form
from bot.web.rooms import Rooms
from bot.web.staff import Reception, Visit, to
from dialogues.private import Private
from handlers.desk import CaseView
from handlers.domain.case import Status
from handlers.domain.ids import CaseId, ProposalId
from handlers.domain.proposals import Plan, Recipient, Reply, StepKind

_ID = re.compile(r"[0-9a-f]{32}")
DONE = frozenset({"propose", "take-back", "carry-out", "replied"})


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the form, and why it was not proposed."""

    kind: str = ""
    recipient: str = ""
    text: Private | None = None
    problem: str | None = None
    status: int = 200
    taken: str = ""  # words of the library that come below


class StepPages:
    """The page with the steps of one case."""

    def __init__(self, rooms: Rooms, reception: Reception) -> None:
        self._desk, self._reception, self._shelf = rooms.desk, reception, Shelf(rooms)

    def routes(self) -> list[Route]:
        """The addresses of steps."""
        return [
            Route("/desk/steps/{case}", self.show, methods=["GET"]),
            Route("/desk/steps/{case}", self.propose, methods=["POST"]),
            Route("/desk/steps/{case}/take", self.take, methods=["POST"]),
            Route("/desk/steps/{case}/{proposal}", self.sheet, methods=["GET"]),
            Route("/desk/steps/{case}/{proposal}/{act}", self.act, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Every step, and a form for a new one. Raises HTTPException 404 when the case is not one's own."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        return await self._page(request, visit, await self._case(request, visit), _Typed())

    async def propose(self, request: Request) -> Response:
        """Propose a step. What cannot be proposed comes back with its words and a reason."""
        written = await self._reception.written(request)
        if isinstance(written, Response):
            return written
        form, visit = written
        words = form.words("text")
        view = await self._case(request, visit)
        typed = _read(form)
        if typed.problem is None:
            plan = Plan(StepKind(typed.kind), Recipient(typed.recipient), words)
            once = form.short("delivery") or None
            if await self._desk.steps.propose(visit.session, view.case.id, plan, once):
                return to(f"/desk/steps/{view.case.id}?done=propose")
            fits = plan.to in self._desk.steps.possible(view.case).get(plan.kind, ())
            problem = "desk-steps-failed" if fits else "desk-steps-recipient"
            typed = _Typed(typed.kind, typed.recipient, words, problem, 409 if fits else 400)
        return await self._page(request, visit, view, typed)

    async def take(self, request: Request) -> Response:
        """Put the words of a library entry below what stands in the form; nothing is proposed."""
        written = await self._reception.written(request)
        if isinstance(written, Response):
            return written
        form, visit = written
        words = form.words("text")
        view = await self._case(request, visit)
        taken = self._shelf.taken(form.short("entry"), visit.language)
        typed = _Typed(form.short("kind"), form.short("recipient"), words, taken=taken)
        return await self._page(request, visit, view, typed)

    async def act(self, request: Request) -> Response:
        """Take a proposal back, carry out what was chosen, or note what the other side said."""
        await self._reception.form(request)
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        case, proposal, act = self._ids(request), self._proposal(request), str(request.path_params["act"])
        acts = {"take-back": self._desk.steps.take_back, "carry-out": self._desk.steps.carry_out}
        if act in list(Reply):
            done = await self._desk.steps.replied(visit.session, case, proposal, Reply(act))
            return to(f"/desk/steps/{case}?done={'replied' if done else 'gone'}")
        if act not in acts:
            raise HTTPException(404)
        done = await acts[act](visit.session, case, proposal)
        if done and act == "carry-out":
            return to(f"/desk/steps/{case}/{proposal}")
        return to(f"/desk/steps/{case}?done={act if done else 'gone'}")

    async def sheet(self, request: Request) -> Response:
        """The words of a step that was carried out, to be read out, printed or copied for whom they are."""
        visit = await self._reception.unlocked(request)
        if isinstance(visit, Response):
            return visit
        case, proposal = self._ids(request), self._proposal(request)
        plan = await self._desk.steps.sheet(visit.session, case, proposal)
        if plan is None:
            raise HTTPException(404)
        return self._reception.page(request, visit, "step_sheet.html", case_id=case, plan=plan)

    async def _page(self, request: Request, visit: Visit, view: CaseView, typed: _Typed) -> Response:
        done = request.query_params.get("done", "")
        notice = f"desk-steps-{done}-done" if done in DONE else "desk-step-gone" if done == "gone" else None
        case = view.case
        return self._reception.page(
            request,
            visit,
            "steps.html",
            status=typed.status,
            view=view,
            steps=await self._desk.steps.of_case(visit.session, case.id),
            possible=self._desk.steps.possible(case),
            can_propose=case.status is Status.OPEN and not case.key_paused,
            typed=typed,
            titles=self._shelf.titles(visit.language),
            notice=None if typed.problem else notice,
            delivery=token_urlsafe(15),
        )

    async def _case(self, request: Request, visit: Visit) -> CaseView:
        view = await self._desk.cases.open_case(visit.session, self._ids(request), visit.language)
        if view is None or not view.case.conversation:
            raise HTTPException(404)
        return view

    @staticmethod
    def _ids(request: Request) -> CaseId:
        case = str(request.path_params["case"])
        if not _ID.fullmatch(case):
            raise HTTPException(404)
        return CaseId(case)

    @staticmethod
    def _proposal(request: Request) -> ProposalId:
        proposal = str(request.path_params["proposal"])
        if not _ID.fullmatch(proposal):
            raise HTTPException(404)
        return ProposalId(proposal)


def _read(form: Form) -> _Typed:
    kind, recipient, words = form.short("kind"), form.short("recipient"), form.words("text")
    problem, status = None, 400
    if form.length("text") > MOST_WORDS:
        problem, status = "page-too-long", 413
    elif kind not in list(StepKind) or recipient not in list(Recipient):
        problem = "desk-steps-choose"
    elif not words or not form.has_letters("text"):
        problem = "desk-reply-empty"
    return _Typed(kind, recipient, words, problem, status if problem else 200)
