package org.guildhall.cashback.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.cashback.RebateKind;
import org.guildhall.jooq.cashback.tables.records.CreditRecord;
import org.guildhall.jooq.cashback.tables.records.RebateRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.Shortage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books what rebates come to: the difference to what was booked, each once. */
@Component
class Crediting {

    static final String CAUSE = "rebate";

    private final RebateStore store;
    private final Ledger ledger;
    private final Access access;
    private final BusinessTime time;

    Crediting(RebateStore store, Ledger ledger, Access access, BusinessTime time) {
        this.store = store;
        this.ledger = ledger;
        this.access = access;
        this.time = time;
    }

    /**
     * A settlement.
     *
     * @param as the instant it is told to have been; now if absent
     */
    record Run(UUID id, LocalDate through, @Nullable Instant as) {}

    /** Books what changed after it was credited. */
    void follow(Collection<RebateRecord> changed) {
        book(changed.stream().filter(row -> row.getCredits() > 0).toList(), null);
    }

    /** Credits what is due; gives how many rebates, and how much it came to. */
    Done settle(Collection<RebateRecord> rows, Run run) {
        return book(
                rows.stream()
                        .filter(row -> !row.getSettlesOn().isAfter(run.through))
                        .toList(),
                run);
    }

    /** How many rebates were credited for how many members, and how much in all. */
    record Done(long members, long rebates, long amount) {}

    private Done book(List<RebateRecord> candidates, @Nullable Run run) {
        var rows = candidates.stream()
                .filter(row -> !row.getCurrent().equals(row.getCredited()))
                .sorted(Comparator.comparing(RebateRecord::getRebateId))
                .toList();
        if (rows.isEmpty()) {
            return new Done(0, 0, 0);
        }
        var postings = new ArrayList<Posting>();
        var credits = new ArrayList<CreditRecord>();
        long amount = 0;
        for (var row : rows) {
            var posting = posting(row, run);
            postings.add(posting);
            credits.add(credit(row, posting.id(), run));
            amount += row.getCurrent() - row.getCredited();
            row.setCredits(row.getCredits() + 1);
            row.setCredited(row.getCurrent());
            if (row.getSettledOn() == null) {
                row.setSettledOn(time.dateOf(at(run)));
            }
        }
        ledger.post(postings);
        store.insertCredits(credits);
        store.save(rows);
        long members = rows.stream().map(RebateRecord::getMemberId).distinct().count();
        return new Done(members, rows.size(), amount);
    }

    private static Posting posting(RebateRecord row, @Nullable Run run) {
        var kind = kind(row);
        var asset = kind == RebateKind.CASHBACK ? Asset.CASHBACK : Asset.COMMISSION;
        long difference = row.getCurrent() - row.getCredited();
        var movement = difference > 0
                ? new Movement.Grant(asset, difference, null)
                : new Movement.Clawback(asset, -difference, null, Shortage.DEBT);
        return new Posting(
                new CauseKey("cashback:" + row.getRebateId() + ":" + (row.getCredits() + 1)),
                new MemberId(row.getMemberId()),
                difference > 0 ? kind.code() : kind.code() + "-return",
                run == null ? null : run.as,
                CAUSE,
                row.getRebateId(),
                List.of(movement),
                null,
                row.getVersion());
    }

    private CreditRecord credit(RebateRecord row, UUID posting, @Nullable Run run) {
        var credit = new CreditRecord();
        credit.setRebateId(row.getRebateId());
        credit.setStep(row.getCredits() + 1);
        credit.setPreviousStep(row.getCredits() == 0 ? null : row.getCredits());
        credit.setBefore(row.getCredited());
        credit.setTotal(row.getCurrent());
        credit.setPostingId(posting);
        credit.setRunId(run == null ? null : run.id);
        credit.setOccurredAt(RebateStore.at(at(run)));
        credit.setRecordedAt(RebateStore.at(time.now()));
        credit.setActor(access.actor().reference());
        return credit;
    }

    private Instant at(@Nullable Run run) {
        return run == null || run.as == null ? time.now() : run.as;
    }

    static RebateKind kind(RebateRecord row) {
        return row.getLevel() == 0 ? RebateKind.CASHBACK : RebateKind.COMMISSION;
    }
}
