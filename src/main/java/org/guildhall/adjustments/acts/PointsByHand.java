package org.guildhall.adjustments.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.ChangeOutlook;
import org.guildhall.adjustments.ChangePoints;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.HandBooking;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives and takes value, and undoes that. Everything moved by hand for a member in a day, what grants to many gave the member, and
 * what waits to be, counts together;
 * undoing what was moved the same day adds nothing to it.
 */
@Component
class PointsByHand implements ApprovalSubject {

    static final String KIND = "adjustments.points";

    private static final String UNDO = "undo";

    private final Ledger ledger;
    private final Moved moved;
    private final Authority authority;
    private final ValueRights rights;
    private final Audit audit;
    private final JsonMapper json;

    PointsByHand(Moved moved, Authority authority, Audit audit, JsonMapper json) {
        this.ledger = moved.ledger;
        this.moved = moved;
        this.authority = authority;
        this.rights = moved.rights;
        this.audit = audit;
        this.json = json;
    }

    /** What was moved for a member today: by hand, and by grants to many. */
    @Component
    record Moved(Ledger ledger, GrantsAtHand grants, ValueRights rights) {

        long today(MemberId member, Asset asset) {
            var since = rights.time().startOf(rights.time().today());
            long byHand = ledger.movedByHand(member, asset, since);
            return asset.equals(Asset.POINTS) ? Math.addExact(byHand, grants.given(member)) : byHand;
        }
    }

    /**
     * What waits for approval.
     *
     * @param undoes the posting by hand that the change undoes, if it does
     */
    record Wanted(
            MemberId member,
            ChangePoints change,
            String cause,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID undoes) {

        Wanted(MemberId member, ChangePoints change, String cause) {
            this(member, change, cause, null);
        }

        /** That what was booked by hand comes undone. */
        static Wanted undone(HandBooking booked, String reason, String cause) {
            long back = Math.negateExact(booked.amount());
            var mirrored = new ChangePoints(back, ChangePoints.Kind.ADJUST, null, reason, booked.asset());
            return new Wanted(booked.member(), mirrored, cause, booked.id());
        }

        Asset asset() {
            return change.asset() == null ? Asset.POINTS : change.asset();
        }

        String kind() {
            return change.kind().name().toLowerCase(Locale.ROOT);
        }
    }

    /** Changes a member's value, or asks. */
    Adjusted change(Wanted wanted) {
        rights.require(wanted.member, List.of(wanted.asset()));
        check(wanted.change);
        return authority.bounded(KIND) ? asked(wanted) : atOnce(wanted);
    }

    /** Undoes what was booked by hand, or asks. */
    Adjusted undo(Wanted wanted) {
        rights.require(wanted.member, List.of(wanted.asset()));
        return asked(wanted);
    }

    private Adjusted asked(Wanted wanted) {
        var wish = new Authority.Wish(
                KIND,
                CauseKey.of(wanted.cause).postingId(),
                wanted.member,
                wanted,
                (amount, size) -> facts(wanted, size),
                command -> adds(wanted.asset(), command),
                wanted.change.reason());
        return authority.within(wish, () -> booked(wanted, null));
    }

    /** What the change would count as, and whether it would wait. */
    ChangeOutlook outlook(MemberId member, long amount) {
        rights.require(member, List.of(Asset.POINTS));
        return authority.outlook(
                KIND,
                member,
                new Authority.Counted(Math.absExact(amount), moved.today(member, Asset.POINTS)),
                command -> adds(Asset.POINTS, command));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void approved(ApprovalView request, JsonNode command) {
        if (moved.grants.carryOut(command)) {
            return;
        }
        var wanted = json.treeToValue(command, Wanted.class);
        if (wanted.undoes == null) {
            check(wanted.change);
        }
        booked(wanted, request);
    }

    /** Nobody needs to agree: booked together with what others submit at the same time. */
    private Adjusted atOnce(Wanted wanted) {
        try {
            return Adjusted.done(
                    ledger.submit(posting(wanted), entry(wanted, null)).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Authority.Booked booked(Wanted wanted, @Nullable ApprovalView request) {
        var receipt = wanted.undoes == null
                ? ledger.post(List.of(posting(wanted))).getFirst()
                : ledger.reverse(CauseKey.of(wanted.cause), wanted.undoes, null, wanted.change.reason());
        if (!receipt.replayed()) {
            audit.record(entry(wanted, request));
        }
        return new Authority.Booked(
                receipt, Math.absExact(wanted.change.amount()), moved.today(wanted.member, wanted.asset()));
    }

    private static AuditEntry entry(Wanted wanted, @Nullable ApprovalView request) {
        var posting = CauseKey.of(wanted.cause).postingId();
        if (wanted.undoes != null) {
            var approval = request == null ? null : request.id();
            return AuditEntry.of(
                            "ledger.reversed",
                            "posting",
                            wanted.undoes,
                            "by",
                            posting,
                            "reason",
                            wanted.change.reason(),
                            "approval",
                            approval)
                    .about(wanted.member);
        }
        var kind = wanted.kind();
        long amount = wanted.change.amount();
        var entry = request == null
                ? AuditEntry.of("ledger.changed", "posting", posting, "kind", kind, "amount", amount)
                : AuditEntry.of(
                        "ledger.changed", "posting", posting, "kind", kind, "amount", amount, "approval", request.id());
        return entry.about(wanted.member);
    }

    private static Posting posting(Wanted wanted) {
        var key = CauseKey.of(wanted.cause);
        return new Posting(
                key,
                wanted.member,
                "manual-" + wanted.kind(),
                null,
                "manual",
                key.postingId(),
                List.of(movement(wanted.change, wanted.asset())),
                wanted.change.reason(),
                0);
    }

    private long adds(Asset asset, JsonNode command) {
        var other = json.treeToValue(command, Wanted.class);
        return other.asset().equals(asset) ? Math.absExact(other.change.amount()) : 0;
    }

    private static Map<String, Object> facts(Wanted wanted, long size) {
        return Map.of(
                "change",
                wanted.undoes == null ? wanted.kind() : UNDO,
                "asset",
                wanted.asset().code(),
                "amount",
                wanted.change.amount(),
                "ofToday",
                size);
    }

    private static Movement movement(ChangePoints command, Asset asset) {
        return switch (command.kind()) {
            case GRANT -> new Movement.Grant(asset, command.amount(), command.expiresOn());
            case SPEND -> new Movement.Spend(asset, command.amount());
            case ADJUST ->
                command.amount() > 0
                        ? new Movement.Grant(asset, command.amount(), command.expiresOn())
                        : new Movement.Spend(asset, Math.negateExact(command.amount()), Contra.ADJUSTED);
        };
    }

    private void check(ChangePoints command) {
        var fields = new ArrayList<Refusal.Field>();
        if (command.amount() == 0) {
            fields.add(new Refusal.Field("amount", command.amount(), "not-zero"));
        } else if (command.amount() < 0 && command.kind() != ChangePoints.Kind.ADJUST) {
            fields.add(new Refusal.Field("amount", command.amount(), "positive"));
        }
        var expiresOn = command.expiresOn();
        if (expiresOn != null) {
            if (command.amount() < 0 || command.kind() == ChangePoints.Kind.SPEND) {
                fields.add(new Refusal.Field("expiresOn", expiresOn, "forbidden"));
            } else if (!expiresOn.isAfter(rights.time().today())) {
                fields.add(new Refusal.Field("expiresOn", expiresOn, "future"));
            }
        }
        if (!fields.isEmpty()) {
            throw Refusal.of(new InvalidInput(fields));
        }
        Horizon.require("expiresOn", expiresOn, rights.time().today());
    }
}
