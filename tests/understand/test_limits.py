"""The limits that training sets: they hold for every hand, and danger is rarely seen where there is none."""

from dataclasses import replace

import numpy as np
import pytest

from bot.training.limits import Unread, Written, limits_of
from bot.training.net import Net, fit_net
from dialogues.understand import LABELS
from dialogues.understand.limits import OTHER
from dialogues.understand.outputs import CRISIS, OUTPUTS

EACH = 1000
"""Lines a hand: half of them in scope, a tenth of them dangerous."""


def written(language: str = "nl", hands: tuple[str, ...] = ("a", "b")) -> Written:
    hand = np.repeat(np.array(hands), EACH)
    place = np.arange(len(hand)) % EACH
    nothing = np.zeros(len(hand), bool)
    goal = np.where(place < EACH // 2, 1, LABELS.index("policy"))
    unsaid = np.zeros((len(hand), CRISIS))
    return Written(hand, np.full(len(hand), language), goal, place % 10 == 0, nothing, nothing, unsaid)


def unread(lines: Written, *, spread: dict[str, float]) -> Unread:
    """Numbers that know the label, less surely for a hand with a larger spread; and danger fairly well."""
    draw = np.random.default_rng(0)
    numbers = np.zeros((len(lines.hand), len(OUTPUTS)))
    sure = 4 - np.array([spread[hand] for hand in lines.hand.tolist()]) * draw.random(len(lines.hand))
    numbers[:, LABELS.index("policy")] = -sure
    numbers[np.arange(len(numbers)), lines.goal] = sure
    numbers[:, CRISIS] = np.where(lines.danger, 2, -2) + draw.standard_normal(len(numbers))
    return Unread(words=np.zeros_like(numbers), meaning=numbers, sentences=numbers / 2)


def in_scope(lines: Written, numbers: np.ndarray, sharpness: float) -> np.ndarray:
    shares = np.exp(numbers[:, :CRISIS] * sharpness)
    chances: np.ndarray = shares[:, :5].sum(axis=1) / shares.sum(axis=1)
    return chances


def missed(lines: Written, given: Unread, hand: str) -> float:
    """The share of what a hand wrote in scope that is not shown the way."""
    found = limits_of(lines, given)["full"]["nl"]
    inside = (lines.goal < 5) & (lines.hand == hand)
    return float((in_scope(lines, given.meaning, found.sharpness)[inside] < found.offer).mean())


def test_the_offer_holds_for_the_hand_that_is_understood_least() -> None:
    lines = written()
    given = unread(lines, spread={"a": 1.0, "b": 9.0})
    for hand in ("a", "b"):
        assert missed(lines, given, hand) <= 0.01, hand
    alone = limits_of(written(hands=("a",)), unread(written(hands=("a",)), spread={"a": 1.0}))
    assert alone["full"]["nl"].offer > limits_of(lines, given)["full"]["nl"].offer


def test_of_a_hand_that_wrote_at_the_border_a_little_more_is_missed_and_no_more_than_that() -> None:
    lines = written(hands=("a", "e"))
    given = unread(lines, spread={"a": 1.0, "e": 9.0})
    assert 0.01 < missed(lines, given, "e") <= 0.03
    assert missed(lines, given, "a") <= 0.01


def test_few_commands_are_shown_the_way_as_long_as_hardly_anybody_is_missed_for_it() -> None:
    lines = written("pl", ("d", "o"))
    commands = lines.hand == "o"
    lines = replace(lines, goal=np.where(commands, LABELS.index("smalltalk"), lines.goal))
    given = unread(lines, spread={"d": 6.0, "o": 0.0})
    quiet = limits_of(lines, given)["full"]["pl"].offer
    alike = given.meaning.copy()
    alike[commands, :CRISIS] = np.where(np.arange(CRISIS) < 2, 1.0, 2.0)
    found = limits_of(lines, replace(given, meaning=alike))["full"]["pl"]
    chances = in_scope(lines, alike, found.sharpness)
    assert found.offer > quiet
    elsewhere = replace(lines, language=np.where(commands, "de", lines.language))
    assert limits_of(elsewhere, replace(given, meaning=alike))["full"]["pl"].offer == found.offer
    assert (chances[(lines.goal < 5) & ~commands] < found.offer).mean() <= 0.03


def test_danger_is_seen_in_eight_of_a_hundred_lines_without_it_at_most() -> None:
    lines = written()
    given = unread(lines, spread={"a": 1.0, "b": 1.0})
    limit = limits_of(lines, given)["full"]["nl"].alarm
    chances = 1 / (1 + np.exp(-given.meaning[:, CRISIS]))
    assert 0.07 <= (chances[~lines.danger] >= limit).mean() <= 0.0825
    assert (chances[lines.danger] >= limit).mean() > 0.9


def test_commands_bring_no_card_even_where_talk_would_allow_it() -> None:
    lines = written()
    given = unread(lines, spread={"a": 1.0, "b": 1.0})
    told = limits_of(lines, given)["full"]["nl"].alarm
    commands = replace(lines, hand=np.where(np.arange(len(lines.hand)) % 10 == 1, "o", lines.hand))
    loud = given.meaning.copy()
    loud[commands.hand == "o", CRISIS] += 3
    assert limits_of(commands, replace(given, meaning=loud))["full"]["nl"].alarm > told


def test_what_the_lists_see_already_leaves_less_for_the_model() -> None:
    lines = written()
    given = unread(lines, spread={"a": 1.0, "b": 1.0})
    often = replace(lines, listed=~lines.danger & (np.arange(len(lines.hand)) % 20 == 1))
    assert limits_of(often, given)["full"]["nl"].alarm > limits_of(lines, given)["full"]["nl"].alarm


def test_what_the_lists_know_lets_fewer_others_be_shown_the_way() -> None:
    lines = written()
    given = unread(lines, spread={"a": 4.0, "b": 4.0})
    said = np.log(np.where(np.arange(CRISIS) == lines.goal[:, None], 0.4, 0.05))
    known = replace(lines, by_lists=said)
    found = {name: limits_of(each, given)["full"]["nl"] for name, each in (("not", lines), ("known", known))}
    shown = {
        "not": in_scope(lines, given.meaning, found["not"].sharpness) >= found["not"].offer,
        "known": in_scope(
            lines, given.meaning[:, :CRISIS] + found["known"].lists * said, found["known"].sharpness
        )
        >= found["known"].offer,
    }
    outside = lines.goal >= 5
    assert shown["known"][outside].sum() < shown["not"][outside].sum()


def test_each_language_with_labels_has_limits_of_its_own_and_the_rest_shares_some() -> None:
    lines = written("pl", ("d",))
    given = unread(lines, spread={"d": 3.0})
    both = limits_of(lines, given)
    assert set(both["full"]) == set(both["light"]) == {"pl", OTHER}
    assert set(both["zero"]) == {"pl"}
    assert both["full"]["pl"] == both["full"][OTHER]
    assert both["light"]["pl"].alarm != both["full"]["pl"].alarm
    alike = limits_of(lines, replace(given, sentences=given.meaning))
    assert alike["light"]["pl"].alarm == alike["full"]["pl"].alarm == both["full"]["pl"].alarm
    at_home = written("nl", ("a",))
    assert set(limits_of(at_home, unread(at_home, spread={"a": 3.0}))["full"]) == {"nl"}


def test_what_a_word_model_sees_counts_in_its_languages_and_not_in_the_rest() -> None:
    lines = written("pl", ("d",))
    given = unread(lines, spread={"d": 9.0})
    found = limits_of(lines, replace(given, words=given.meaning))["full"]
    assert found["pl"].alarm != found[OTHER].alarm
    assert found[OTHER] == limits_of(lines, given)["full"][OTHER]


def test_languages_that_are_not_at_home_share_what_they_see_and_their_commands() -> None:
    lines = written("pl", ("d", "o"))
    commands = lines.hand == "o"
    given = unread(lines, spread={"d": 6.0, "o": 0.0})
    loud = given.meaning.copy()
    loud[commands, :CRISIS] = np.where(np.arange(CRISIS) < 2, 1.0, 2.0)
    given = replace(given, meaning=loud)
    found = limits_of(lines, given)["full"]
    at_home = replace(lines, language=np.where(commands, "nl", lines.language))
    assert limits_of(at_home, given)["full"]["pl"].offer < found["pl"].offer, "those of home do not count"
    both = written("nl", ("a", "d", "o"))
    both = replace(both, language=np.where(both.hand == "a", "nl", "pl"))
    numbers = np.concatenate([unread(written(hands=("a",)), spread={"a": 9.0}).meaning, loud])
    of_both = limits_of(both, Unread(words=0 * numbers, meaning=numbers, sentences=numbers))["full"]
    alone = limits_of(written(hands=("a",)), unread(written(hands=("a",)), spread={"a": 9.0}))["full"]
    assert of_both["nl"] == alone["nl"], "at home no command counts"
    assert of_both[OTHER] == found[OTHER], "what is said at home does not count elsewhere"


def test_elsewhere_twice_as_many_may_be_missed() -> None:
    lines, given = written("pl", ("d",)), unread(written("pl", ("d",)), spread={"d": 5.0})
    found = limits_of(lines, given)["full"]["pl"]
    chances = in_scope(lines, given.meaning, found.sharpness)
    assert (chances[lines.goal < 5] < found.offer).mean() <= 0.02
    at_home = limits_of(replace(lines, language=np.full(len(lines.hand), "nl")), given)
    assert found.offer > at_home["full"]["nl"].offer


def test_a_language_that_the_word_model_does_not_know_has_no_limits_in_the_smallest_tier() -> None:
    lines = written("ro", ("d",))
    found = limits_of(lines, unread(lines, spread={"d": 3.0}))
    assert not found["zero"]
    assert set(found["light"]) == {"ro", OTHER}
    said = replace(lines, by_lists=np.log(np.where(np.arange(CRISIS) == lines.goal[:, None], 0.4, 0.05)))
    assert limits_of(said, unread(lines, spread={"d": 3.0}))["full"] == found["full"], (
        "nor do its lists count"
    )


def rows(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Lines whose danger lies in two things together, which no linear head can tell."""
    draw = np.random.default_rng(1)
    seen = draw.standard_normal((count, 6)).astype(np.float32)
    return seen, (seen[:, 0] > 0) == (seen[:, 1] > 0)


def outputs(net: Net, seen: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.maximum(seen @ net.inner + net.inner_bias, 0) @ net.outer + net.outer_bias
    return found


def chances(net: Net, seen: np.ndarray) -> np.ndarray:
    return outputs(net, seen)[:, CRISIS]


def test_the_network_learns_what_lies_in_two_things_together() -> None:
    seen, danger = rows(3000)
    net = fit_net(seen, np.full(3000, -1), danger, np.zeros(3000, bool))
    other, really = rows(4000)
    right = (chances(net, other[3000:]) > 0.5) == really[3000:]
    assert right.mean() > 0.85


def test_the_network_learns_labels_beside_danger() -> None:
    seen, together = rows(3000)
    scope = np.where(together, 3, 7)
    net = fit_net(seen, scope, np.zeros(3000, bool), np.zeros(3000, bool))
    other, really = rows(4000)
    found = outputs(net, other[3000:])[:, :CRISIS].argmax(axis=1)
    assert (found == np.where(really[3000:], 3, 7)).mean() > 0.85


def test_the_same_lines_give_the_same_network() -> None:
    seen, danger = rows(200)
    one, other = (fit_net(seen, np.full(200, 3), danger, ~danger) for _ in range(2))
    assert np.array_equal(one.inner, other.inner)
    assert np.array_equal(one.outer, other.outer)


@pytest.mark.parametrize("count", [1, 63])
def test_a_handful_of_lines_is_learned_from_too(count: int) -> None:
    seen, danger = rows(count)
    assert np.isfinite(chances(fit_net(seen, np.zeros(count, int), danger, ~danger), seen)).all()
