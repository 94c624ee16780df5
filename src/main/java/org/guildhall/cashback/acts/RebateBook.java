package org.guildhall.cashback.acts;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.cashback.RebateDetail;
import org.guildhall.cashback.rules.RebateExplanation;
import org.guildhall.cashback.rules.Share;
import org.guildhall.jooq.cashback.tables.records.CreditRecord;
import org.guildhall.jooq.cashback.tables.records.RebateRecord;
import org.guildhall.jooq.cashback.tables.records.ShareRecord;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.springframework.stereotype.Component;

/** Shows one rebate in full; why it is what it is, is decided anew by the rules that decided it. */
@Component
class RebateBook {

    private final RebateStore store;
    private final Shares shares;

    RebateBook(RebateStore store, Shares shares) {
        this.store = store;
        this.shares = shares;
    }

    RebateRecord row(UUID rebate) {
        return store.row(rebate).orElseThrow(() -> Reach.unknown(rebate));
    }

    RebateDetail detail(RebateRecord row) {
        var currency = row.getCurrency();
        return new RebateDetail(
                RebateSearch.view(row),
                store.shares(row.getRebateId()).stream()
                        .map(step -> step(step, currency))
                        .toList(),
                store.credits(row.getRebateId()).stream()
                        .map(credit -> credit(credit, currency))
                        .toList(),
                why(row));
    }

    Explanation why(RebateRecord row) {
        return shares.of(List.of(new MemberId(row.getBuyerId()))).stream()
                .filter(share -> same(share, row))
                .findFirst()
                .map(RebateExplanation::of)
                .orElseGet(() -> Explanation.of("cashback.counts-not", "number", row.getPurchaseNumber()));
    }

    private static boolean same(Share share, RebateRecord row) {
        return share.goods().purchase().equals(row.getPurchaseId()) && share.level() == row.getLevel();
    }

    private static RebateDetail.Step step(ShareRecord step, String currency) {
        return new RebateDetail.Step(
                step.getLineNumber(),
                step.getStep(),
                RebateDetail.Cause.valueOf(step.getCause().toUpperCase(Locale.ROOT)),
                step.getRate(),
                step.getBasisPoints(),
                Money.of(step.getBase(), currency),
                Money.of(step.getTotal() - step.getBefore(), currency),
                Money.of(step.getTotal(), currency),
                step.getRecordedAt().toInstant());
    }

    private static RebateDetail.Credit credit(CreditRecord credit, String currency) {
        return new RebateDetail.Credit(
                credit.getStep(),
                Money.of(credit.getTotal() - credit.getBefore(), currency),
                Money.of(credit.getTotal(), currency),
                credit.getPostingId(),
                credit.getRunId(),
                credit.getOccurredAt().toInstant(),
                credit.getRecordedAt().toInstant(),
                credit.getActor());
    }
}
