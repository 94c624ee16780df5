package org.guildhall.adjustments.acts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.AdjustmentRefusal;
import org.guildhall.adjustments.MoveExpiry;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CarryLot;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Extends lots and restores what lapsed. What gets a new day for a member in a day, and what waits to, counts together. */
@Component
class ExpiryByHand implements ApprovalSubject {

    static final String KIND = "adjustments.expiry";

    private final Ledger ledger;
    private final Authority authority;
    private final ValueRights rights;
    private final Audit audit;
    private final JsonMapper json;

    ExpiryByHand(Ledger ledger, Authority authority, ValueRights rights, Audit audit, JsonMapper json) {
        this.ledger = ledger;
        this.authority = authority;
        this.rights = rights;
        this.audit = audit;
        this.json = json;
    }

    /** What waits for approval. */
    record Wanted(MemberId member, MoveExpiry move, String cause) {

        Asset asset() {
            return move.asset() == null ? Asset.POINTS : move.asset();
        }
    }

    /** Moves the day, or asks. */
    Adjusted move(Wanted wanted) {
        rights.require(wanted.member, List.of(wanted.asset()));
        check(wanted.move);
        var wish = new Authority.Wish(
                KIND,
                CauseKey.of(wanted.cause).postingId(),
                wanted.member,
                wanted,
                (amount, size) -> Map.of(
                        "asset", wanted.asset().code(),
                        "amount", amount,
                        "ofToday", size,
                        "from", wanted.move.from().toString(),
                        "to", wanted.move.to().toString()),
                command -> adds(wanted.asset(), command),
                wanted.move.reason());
        return authority.within(wish, () -> booked(wanted, null));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void approved(ApprovalView request, JsonNode command) {
        var wanted = json.treeToValue(command, Wanted.class);
        check(wanted.move);
        long now = booked(wanted, request).amount();
        long asked = ((Number) request.facts().getOrDefault("amount", request.amount())).longValue();
        if (now > asked) {
            throw Refusal.of(new AdjustmentRefusal.AmountChanged(asked, now));
        }
    }

    /** What another move that waits would give a new day, as its lot stands. */
    private long adds(Asset asset, JsonNode command) {
        var other = json.treeToValue(command, Wanted.class);
        return other.asset().equals(asset)
                ? Stream.of(ledger.lots(other.member, asset), ledger.lapsed(other.member, asset))
                        .flatMap(List::stream)
                        .filter(lot -> other.move.from().equals(lot.expiresOn()))
                        .mapToLong(LotView::amount)
                        .reduce(0, Math::addExact)
                : 0;
    }

    private Authority.Booked booked(Wanted wanted, @Nullable ApprovalView request) {
        var move = wanted.move;
        var key = CauseKey.of(wanted.cause);
        var receipt =
                ledger.carry(key, new CarryLot(wanted.member, wanted.asset(), move.from(), move.to(), move.reason()));
        long size = given(receipt);
        if (size == 0 && !receipt.replayed()) {
            throw Refusal.of(new AdjustmentRefusal.NothingInLot(wanted.asset(), move.from()));
        }
        if (!receipt.replayed()) {
            audit.record(new AuditEntry(
                    "ledger.expiry-moved",
                    "posting",
                    receipt.postingId().toString(),
                    wanted.member,
                    null,
                    facts(move, size, request)));
        }
        var today = rights.time().startOf(rights.time().today());
        return new Authority.Booked(receipt, size, ledger.carried(wanted.member, wanted.asset(), today));
    }

    private static Map<String, Object> facts(MoveExpiry move, long size, @Nullable ApprovalView request) {
        var from = move.from().toString();
        var to = move.to().toString();
        return request == null
                ? Map.of("from", from, "to", to, "amount", size)
                : Map.of("from", from, "to", to, "amount", size, "approval", request.id());
    }

    private static long given(Receipt receipt) {
        return receipt.entries().stream()
                .flatMap(entry -> entry.parts().stream())
                .mapToLong(EntryView.Part::amount)
                .filter(amount -> amount > 0)
                .sum();
    }

    private void check(MoveExpiry move) {
        if (!move.to().isAfter(rights.time().today())) {
            throw InvalidInput.of("to", move.to(), "future");
        }
        if (!move.to().isAfter(move.from())) {
            throw InvalidInput.of("to", move.to(), "after-from");
        }
        Horizon.require("to", move.to(), rights.time().today());
    }
}
