package org.guildhall.cashback.acts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.cashback.RebateDetail.Cause;
import org.guildhall.cashback.rules.Share;
import org.guildhall.jooq.cashback.tables.records.RebateRecord;
import org.guildhall.jooq.cashback.tables.records.ShareRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings rebates to what the rules make of the facts known now: what differs is a further step of the line, and where the rebate
 * was credited already, a further credit. Within the caller's transaction, which holds the buyers' standings.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Recount {

    private final Shares shares;
    private final RebateStore store;
    private final Crediting crediting;
    private final BusinessTime time;

    Recount(Shares shares, RebateStore store, Crediting crediting, BusinessTime time) {
        this.shares = shares;
        this.store = store;
        this.crediting = crediting;
        this.time = time;
    }

    /** The identifier of what a purchase brings at a level. */
    static UUID idOf(UUID purchase, int level) {
        return Ids.derived("cashback|" + purchase + "|" + level);
    }

    /** Counts the purchases of these members anew; gives their rebates, held until the transaction ends. */
    Map<UUID, RebateRecord> of(Collection<MemberId> buyers) {
        if (shares.since().isEmpty()) {
            return Map.of();
        }
        var work = new Work(store.lock(buyers), store.lastShares(buyers));
        for (var share : shares.of(buyers)) {
            work.wanted(share);
        }
        work.forgotten();
        store.insertRebates(work.fresh);
        store.insertShares(work.steps);
        store.save(List.copyOf(work.changed.values()));
        crediting.follow(work.changed.values());
        return work.rows;
    }

    /** What is to be written, gathered rebate by rebate. */
    private final class Work {

        private final Map<UUID, RebateRecord> rows;
        private final Map<UUID, Map<Integer, ShareRecord>> last;
        private final Set<UUID> met = new HashSet<>();
        private final List<RebateRecord> fresh = new ArrayList<>();
        private final List<ShareRecord> steps = new ArrayList<>();
        private final Map<UUID, RebateRecord> changed = new HashMap<>();

        Work(Map<UUID, RebateRecord> rows, Map<UUID, Map<Integer, ShareRecord>> last) {
            this.rows = rows;
            this.last = last;
        }

        void wanted(Share share) {
            var id = idOf(share.goods().purchase(), share.level());
            met.add(id);
            var row = rows.get(id);
            if (row == null) {
                if (share.amount() > 0) {
                    row = rebate(id, share);
                    rows.put(id, row);
                    share.lines().forEach(line -> step(id, line, null));
                    fresh.add(row);
                }
                return;
            }
            var before = last.getOrDefault(id, Map.of());
            boolean moved = false;
            for (var line : share.lines()) {
                moved |= step(id, line, before.get(line.number()));
            }
            if (moved) {
                settle(row, share.amount());
            }
        }

        /** Purchases that no longer count bring nothing. */
        void forgotten() {
            rows.forEach((id, row) -> {
                if (!met.contains(id) && row.getCurrent() > 0) {
                    last.getOrDefault(id, Map.of()).values().forEach(step -> gone(id, step));
                    settle(row, 0);
                }
            });
        }

        private void gone(UUID id, ShareRecord step) {
            if (step.getTotal() > 0) {
                step(
                        id,
                        new Share.Line(step.getLineNumber(), null, 0, step.getBasisPoints(), step.getRate(), 0, 0),
                        step);
            }
        }

        private void settle(RebateRecord row, long amount) {
            row.setCurrent(amount);
            row.setEarned(Math.max(row.getEarned(), amount));
            changed.put(row.getRebateId(), row);
        }

        private boolean step(UUID id, Share.Line line, @Nullable ShareRecord before) {
            long total = before == null ? 0 : before.getTotal();
            if (line.amount() == total) {
                return false;
            }
            var row = new ShareRecord();
            row.setRebateId(id);
            row.setLineNumber(line.number());
            row.setStep(before == null ? 1 : before.getStep() + 1);
            row.setPreviousStep(before == null ? null : before.getStep());
            row.setBefore(total);
            row.setTotal(line.amount());
            row.setBase(line.base());
            row.setBasisPoints(line.basisPoints());
            row.setRate(line.rate() == null ? "" : line.rate());
            row.setCause(cause(line, before).name().toLowerCase(java.util.Locale.ROOT));
            row.setRecordedAt(RebateStore.at(time.now()));
            steps.add(row);
            return true;
        }

        private RebateRecord rebate(UUID id, Share share) {
            var goods = share.goods();
            var store = goods.store();
            var row = new RebateRecord();
            row.setRebateId(id);
            row.setPurchaseId(goods.purchase());
            row.setLevel((short) share.level());
            row.setPurchaseNumber(goods.number());
            row.setBuyerId(goods.member().value());
            row.setMemberId(share.member().value());
            row.setStoreId(store == null ? null : store.value());
            row.setCurrency(goods.currency().getCurrencyCode());
            row.setVersion(share.rule().version());
            row.setOccurredAt(RebateStore.at(goods.occurredAt()));
            row.setOccurredOn(share.day());
            row.setSettlesOn(share.settlesOn());
            row.setEarned(share.amount());
            row.setCurrent(share.amount());
            row.setCredited(0L);
            row.setCredits(0);
            row.setRecordedAt(RebateStore.at(time.now()));
            return row;
        }
    }

    private static Cause cause(Share.Line line, @Nullable ShareRecord before) {
        if (before == null) {
            return Cause.EARNED;
        }
        return line.base() < before.getBase() ? Cause.RETURNED : Cause.CORRECTED;
    }
}
