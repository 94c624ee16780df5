#!/usr/bin/env python3
"""Recomputes every draw of a revealed lottery from what is published, with nothing of Guildhall's own code.

Usage: recompute-lottery.py FILE, a JSON object of
  proof: the answer of GET /api/lotteries/{id}/proof
  draws: the items of all pages of GET /api/lotteries/{id}/proof/draws
Says what differs and ends with 1, or counts what agrees and ends with 0.
"""
import hashlib
import hmac
import json
import sys

WHOLE = 1_000_000


def ticket(seed, lottery, participant, number):
    fair_below = 2**32 // WHOLE * WHOLE
    message, more = f"{lottery}|{participant}|{number}", 0
    while True:
        text = message if more == 0 else f"{message}|{more}"
        digest = hmac.new(seed, text.encode(), hashlib.sha256).digest()
        for at in range(0, 32, 4):
            word = int.from_bytes(digest[at : at + 4], "big")
            if word < fair_below:
                return word % WHOLE
        more += 1


def check(published):
    proof, draws = published["proof"], published["draws"]
    seed = bytes.fromhex(proof["seed"])
    if hashlib.sha256(seed).hexdigest() != proof["commitment"]:
        yield "the seed is not the one that was committed to"
    if hashlib.sha256(proof["terms"].encode()).hexdigest() != proof["termsHash"]:
        yield "the terms are not those that were published"
    if sum(prize["odds"] for prize in proof["prizes"]) != WHOLE:
        yield "the odds do not sum to one"
    hits, last = {}, {}
    for draw in draws:
        name = f"draw {draw['number']} of {draw['participant']}"
        if draw["number"] != last.get(draw["participant"], 0) + 1:
            yield f"{name} does not follow number {last.get(draw['participant'], 0)}"
        last[draw["participant"]] = draw["number"]
        drawn = ticket(seed, proof["lottery"], draw["participant"], draw["number"])
        if drawn != draw["ticket"]:
            yield f"{name} comes to ticket {drawn}, published is {draw['ticket']}"
        until = 0
        for prize in proof["prizes"]:
            until += prize["odds"]
            if drawn < until:
                break
        if prize["code"] != draw["drawn"]:
            yield f"{name} hits {prize['code']}, published is {draw['drawn']}"
        given = prize["code"]
        if "stock" in prize:
            seen = hits.setdefault(given, set())
            hit = draw.get("hit")
            if hit is None:
                yield f"{name} has no number among the hits of {given}"
                continue
            if hit in seen:
                yield f"{name} is hit {hit} of {given} once more"
            seen.add(hit)
            given = given if hit <= prize["stock"] else proof["consolation"]
        if given != draw["given"]:
            yield f"{name} wins {given}, published is {draw['given']}"
    for code, seen in hits.items():
        if seen != set(range(1, len(seen) + 1)):
            yield f"the hits of {code} are not numbered without gaps"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        published = json.load(file)
    differences = list(check(published))
    for difference in differences:
        print(difference)
    if not differences:
        print(f"{len(published['draws'])} draws agree")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
