package org.guildhall.prepaid.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.prepaid.MovementKind;
import org.springframework.stereotype.Component;

/** Writes a movement with everything that belongs to it, within the caller's transaction: top-ups, ledger and audit. */
@Component
class Booking {

    private static final String OPEN = "open";

    private final AccountStore accounts;
    private final MovementStore movements;
    private final Ledger ledger;
    private final Audit audit;
    private final Clockwork clockwork;

    Booking(AccountStore accounts, MovementStore movements, Ledger ledger, Audit audit, Clockwork clockwork) {
        this.accounts = accounts;
        this.movements = movements;
        this.ledger = ledger;
        this.audit = audit;
        this.clockwork = clockwork;
    }

    /** Who acts, and when. */
    @Component
    record Clockwork(Access access, BusinessTime time) {}

    /** Books a movement whose top-ups stay open, with its posting. */
    void book(Turn turn, Entry entry) {
        book(turn, entry, OPEN);
    }

    /** Books a movement after which its top-ups are as said, with its posting. */
    void book(Turn turn, Entry entry, String state) {
        write(turn, entry, state);
        post(turn, entry);
    }

    /** Writes a movement whose value the ledger moves by holds. */
    void write(Turn turn, Entry entry) {
        write(turn, entry, OPEN);
    }

    private void write(Turn turn, Entry entry, String state) {
        movements.insert(row(turn, entry));
        for (var part : entry.parts()) {
            accounts.move(turn.member(), part, state);
            movements.insert(turn.member(), turn.id(), part);
        }
        accounts.count(turn.member(), turn.number());
        note(turn, entry);
    }

    private MovementRecord row(Turn turn, Entry entry) {
        var now = clockwork.time.now();
        var occurred = turn.as() == null ? now : turn.as();
        var row = new MovementRecord();
        row.setMemberId(turn.member().value());
        row.setMovementId(turn.id());
        row.setNumber(turn.number());
        row.setKind(entry.kind().code());
        row.setPrincipal(entry.principal());
        row.setBonus(entry.bonus());
        row.setMoney(entry.cash().money());
        row.setMethod(
                entry.cash().method() == null ? null : entry.cash().method().code());
        row.setAboutId(entry.link().about());
        row.setOtherMember(
                entry.link().other() == null ? null : entry.link().other().value());
        row.setStoreId(
                entry.link().store() == null ? null : entry.link().store().value());
        row.setCap(entry.kept().cap());
        row.setCountsBonus(
                entry.kept().cap() == null ? null : turn.policy().caps().countsBonus());
        row.setNamed(entry.kept().named());
        row.setInputs(MovementStore.json(entry.kept().inputs()));
        row.setNotices(entry.kept().notices().toArray(String[]::new));
        row.setReason(entry.words().reason());
        row.setReference(entry.words().reference());
        row.setPolicyVersion(turn.rules().version());
        row.setContentHash(turn.act().content());
        row.setOccurredOn(turn.today());
        row.setOccurredAt(AccountStore.at(occurred));
        row.setRecordedAt(AccountStore.at(now));
        row.setActor(clockwork.access.actor().reference());
        return row;
    }

    private void post(Turn turn, Entry entry) {
        var moves = new ArrayList<Movement>();
        move(moves, Asset.PRINCIPAL, entry.principal(), entry.kind());
        move(moves, Asset.BONUS, entry.bonus(), entry.kind());
        if (!moves.isEmpty()) {
            ledger.post(List.of(posting(turn, entry, moves)));
        }
    }

    private static void move(List<Movement> moves, Asset asset, long change, MovementKind kind) {
        if (change > 0) {
            moves.add(new Movement.Grant(asset, change, null));
        } else if (change < 0) {
            var to = kind == MovementKind.PAYMENT ? Contra.REDEEMED : Contra.ADJUSTED;
            moves.add(new Movement.Spend(asset, -change, to));
        }
    }

    private static Posting posting(Turn turn, Entry entry, List<Movement> moves) {
        return new Posting(
                key(turn.id()),
                turn.member(),
                "prepaid-" + entry.kind().code(),
                turn.as(),
                PrepaidReasons.CAUSE,
                turn.id(),
                moves,
                null,
                turn.rules().version());
    }

    /** The ledger's key of a movement. */
    static CauseKey key(UUID movement) {
        return CauseKey.of("prepaid|" + movement);
    }

    private void note(Turn turn, Entry entry) {
        audit.record(AuditEntry.of(
                        "prepaid." + entry.kind().code(),
                        "prepaid-movement",
                        turn.id(),
                        "principal",
                        turn.money(entry.principal()),
                        "bonus",
                        turn.money(entry.bonus()),
                        "money",
                        turn.money(entry.cash().money()),
                        "reason",
                        entry.words().reason() == null ? "" : entry.words().reason())
                .about(turn.member())
                .in(entry.link().store()));
        for (var notice : entry.kept().notices()) {
            audit.record(AuditEntry.of("prepaid.noticed", "prepaid-movement", turn.id(), "notice", notice)
                    .about(turn.member())
                    .in(entry.link().store()));
        }
    }

    /** Now, to the clock. */
    Instant now() {
        return clockwork.time.now();
    }
}
