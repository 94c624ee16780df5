package org.guildhall.cashback.spending;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Witness;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.CounterCashback;
import org.guildhall.jooq.cashback.tables.records.GivenBackRecord;
import org.guildhall.jooq.cashback.tables.records.UseRecord;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.springframework.stereotype.Component;

/** Takes cashback for checkouts and gives parts of it back, within the counter's transaction. */
@Component
class CounterDesk implements CounterCashback {

    private final UseStore store;
    private final Ledger ledger;
    private final Witness witness;

    CounterDesk(UseStore store, Ledger ledger, Witness witness) {
        this.store = store;
        this.ledger = ledger;
        this.witness = witness;
    }

    private static UUID useOf(UUID checkout) {
        return Ids.derived("cashback|use|checkout|" + checkout);
    }

    @Override
    public UUID pay(MemberId member, Money amount, Occasion checkout) {
        var id = useOf(checkout.about());
        var spend = new Posting(
                new CauseKey("cashback-use:" + id),
                member,
                TillDesk.KIND,
                null,
                TillDesk.KIND,
                id,
                List.of(new Movement.Spend(Asset.CASHBACK, amount.minor())),
                null,
                0);
        var posting = ledger.post(List.of(spend)).getFirst().postingId();
        var row = new UseRecord();
        row.setUseId(id);
        row.setCheckoutId(checkout.about());
        row.setMemberId(member.value());
        row.setStoreId(checkout.store().value());
        row.setAmount(amount.minor());
        row.setCurrency(amount.currency().getCurrencyCode());
        row.setReceipt(checkout.number());
        row.setPostingId(posting);
        row.setContentHash(id);
        row.setOccurredAt(UseStore.at(checkout.at()));
        row.setRecordedAt(UseStore.at(witness.time().now()));
        row.setActor(witness.access().actor().reference());
        store.insert(row);
        return posting;
    }

    @Override
    public UUID giveBack(UUID checkout, Money amount, String reason, Occasion back) {
        var id = useOf(checkout);
        var use = store.lock(id).orElseThrow(() -> Refusal.of(new CashbackRefusal.UnknownUse(id)));
        var last = store.givenBack(id);
        var posting = ledger.giveBack(
                        new CauseKey("cashback-give-back:" + back.about()),
                        use.getPostingId(),
                        new Movement.Spend(Asset.CASHBACK, amount.minor()),
                        null)
                .postingId();
        var row = new GivenBackRecord();
        row.setUseId(id);
        row.setStep(last.map(one -> one.getStep() + 1).orElse(1));
        row.setPreviousStep(last.map(GivenBackRecord::getStep).orElse(null));
        row.setBefore(last.map(GivenBackRecord::getTotal).orElse(0L));
        row.setTotal(row.getBefore() + amount.minor());
        row.setAmount(use.getAmount());
        row.setCause(back.about());
        row.setPostingId(posting);
        row.setReason(reason);
        row.setOccurredAt(UseStore.at(back.at()));
        row.setRecordedAt(UseStore.at(witness.time().now()));
        row.setActor(witness.access().actor().reference());
        store.insert(row);
        return posting;
    }
}
