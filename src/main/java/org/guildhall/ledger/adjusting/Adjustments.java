package org.guildhall.ledger.adjusting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.AccountHolders;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.ChangePoints;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.KeptAssets;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.ReversePosting;
import org.guildhall.ledger.booking.Lanes;
import org.guildhall.ledger.booking.Request;
import org.guildhall.ledger.holds.Reversals;
import org.guildhall.platform.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Books what staff and programs change by hand; each change is audited in the transaction that books it. */
@Component
public class Adjustments {

    private final Lanes lanes;
    private final Reversals reversals;
    private final Rights rights;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Adjustments(Lanes lanes, Reversals reversals, Rights rights, Audit audit, TransactionTemplate transaction) {
        this.lanes = lanes;
        this.reversals = reversals;
        this.rights = rights;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Who may change whose value, and when it is. */
    @Component
    record Rights(Access access, AccountHolders holders, BusinessTime time, ObjectProvider<KeptAssets> kept) {

        void requireNotKept(Collection<Asset> assets) {
            kept.forEach(keeper -> assets.stream()
                    .filter(keeper.assets()::contains)
                    .findFirst()
                    .ifPresent(asset -> {
                        throw Refusal.of(new LedgerRefusal.KeptByModule(asset, keeper.keeper()));
                    }));
        }
    }

    /** Changes a member's value; returns when the change is durable. */
    public Receipt change(MemberId member, ChangePoints command, @Nullable String idempotencyKey) {
        var key = CauseKey.of(IdempotencyKey.cause(rights.access.actor(), idempotencyKey));
        rights.holders.require(member, LedgerPermissions.ADJUST);
        check(command);
        rights.requireNotKept(List.of(command.asset() == null ? Asset.POINTS : command.asset()));
        var kind = command.kind().name().toLowerCase(Locale.ROOT);
        var posting = new Posting(
                key,
                member,
                "manual-" + kind,
                null,
                "manual",
                key.postingId(),
                List.of(movement(command)),
                command.reason(),
                0);
        var act = AuditEntry.of("ledger.changed", "posting", posting.id(), "kind", kind, "amount", command.amount())
                .about(member);
        try {
            return lanes.submit(Request.of(posting, rights.access.actor()), act).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Undoes a posting. */
    public Receipt reverse(UUID postingId, ReversePosting command, @Nullable String idempotencyKey) {
        var key = CauseKey.of(IdempotencyKey.cause(rights.access.actor(), idempotencyKey));
        rights.access.require(LedgerPermissions.ADJUST);
        var member = reversals.memberOf(postingId);
        rights.holders.require(member, LedgerPermissions.ADJUST);
        rights.requireNotKept(reversals.assetsOf(postingId));
        return Objects.requireNonNull(transaction.execute(status -> {
            var receipt = reversals.reverse(key, postingId, null, command.reason());
            if (!receipt.replayed()) {
                audit.record(AuditEntry.of(
                                "ledger.reversed",
                                "posting",
                                postingId,
                                "by",
                                receipt.postingId(),
                                "reason",
                                command.reason())
                        .about(member));
            }
            return receipt;
        }));
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
            } else if (!expiresOn.isAfter(rights.time.today())) {
                fields.add(new Refusal.Field("expiresOn", expiresOn, "future"));
            }
        }
        if (!fields.isEmpty()) {
            throw Refusal.of(new InvalidInput(fields));
        }
    }

    private static Movement movement(ChangePoints command) {
        var asset = command.asset() == null ? Asset.POINTS : command.asset();
        return switch (command.kind()) {
            case GRANT -> new Movement.Grant(asset, command.amount(), command.expiresOn());
            case SPEND -> new Movement.Spend(asset, command.amount());
            case ADJUST ->
                command.amount() > 0
                        ? new Movement.Grant(asset, command.amount(), command.expiresOn())
                        : new Movement.Spend(asset, Math.negateExact(command.amount()), Contra.ADJUSTED);
        };
    }
}
