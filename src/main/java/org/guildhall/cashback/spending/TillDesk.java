package org.guildhall.cashback.spending;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scopes;
import org.guildhall.access.Witness;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.CashbackTill;
import org.guildhall.cashback.CashbackUseQuery;
import org.guildhall.cashback.CashbackUseView;
import org.guildhall.cashback.TakeBackCashback;
import org.guildhall.cashback.UseCashback;
import org.guildhall.jooq.cashback.tables.records.TakingBackRecord;
import org.guildhall.jooq.cashback.tables.records.UseRecord;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.members.Members;
import org.guildhall.members.Serving;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** Takes cashback at the counter: who may, then the ledger's spend and the use in one transaction; the ledger refuses what is not there. */
@Component
class TillDesk implements CashbackTill {

    static final String KIND = "cashback-use";

    private final UseStore store;
    private final Ledger ledger;
    private final Policies policies;
    private final Guards guards;
    private final RetriedTransaction transaction;

    TillDesk(UseStore store, Ledger ledger, Policies policies, Guards guards, RetriedTransaction transaction) {
        this.store = store;
        this.ledger = ledger;
        this.policies = policies;
        this.guards = guards;
        this.transaction = transaction;
    }

    /** Who may, where and for whom, remembered by whom. */
    @Component
    record Guards(Witness witness, Members members, Serving serving, Organisation organisation) {

        Access access() {
            return witness.access();
        }
    }

    @Override
    public CashbackUseView use(UseCashback command, String key) {
        return transaction.get(() -> used(command, key));
    }

    private CashbackUseView used(UseCashback command, String key) {
        requireCounter(command.store());
        guards.serving.require(command.member(), CashbackPermissions.USE);
        var id = Ids.derived("cashback|use|" + key);
        var hash = Ids.derived(command.toString());
        var earlier = store.find(id);
        if (earlier.isPresent()) {
            requireSame(id, earlier.get().getContentHash(), hash);
            return store.view(id);
        }
        requireSound(command);
        var now = guards.witness.time().now();
        var receipt = ledger.post(List.of(new Posting(
                        new CauseKey("cashback-use:" + id),
                        command.member(),
                        KIND,
                        null,
                        KIND,
                        id,
                        List.of(new Movement.Spend(
                                Asset.CASHBACK, command.amount().minor())),
                        null,
                        0)))
                .getFirst();
        var row = new UseRecord();
        row.setUseId(id);
        row.setMemberId(command.member().value());
        row.setStoreId(command.store().value());
        row.setAmount(command.amount().minor());
        row.setCurrency(command.amount().currency().getCurrencyCode());
        row.setReceipt(command.receipt().strip());
        row.setPostingId(receipt.postingId());
        row.setContentHash(hash);
        row.setOccurredAt(UseStore.at(now));
        row.setRecordedAt(UseStore.at(now));
        row.setActor(guards.access().actor().reference());
        store.insert(row);
        note("cashback.used", row, null);
        return store.view(id);
    }

    private void requireSound(UseCashback command) {
        var base = policies.inForce(CashbackPolicy.KIND, guards.witness.time().today())
                .policy()
                .mostPerMonth()
                .currency();
        if (!command.amount().currency().equals(base)) {
            throw InvalidInput.of("amount.currency", command.amount().currency(), "in-the-base-currency");
        }
        if (command.amount().minor() <= 0) {
            throw InvalidInput.of("amount", command.amount().decimal(), "positive");
        }
        var facts = guards.members.facts(List.of(command.member())).get(command.member());
        if (facts == null || facts.erased() || !facts.status().living()) {
            throw Refusal.of(new CashbackRefusal.MemberNotActive(command.member()));
        }
    }

    private void requireCounter(UnitId store) {
        var scope = guards.access().require(CashbackPermissions.USE);
        if (guards.organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new CashbackRefusal.StoreOutOfReach(store.value()));
        }
    }

    @Override
    public CashbackUseView takeBack(UUID use, TakeBackCashback command, String key) {
        return transaction.get(() -> takenBack(use, command, key));
    }

    private CashbackUseView takenBack(UUID use, TakeBackCashback command, String key) {
        var scope = guards.access().require(CashbackPermissions.TAKE_BACK);
        var row = store.lock(use).orElseThrow(() -> Refusal.of(new CashbackRefusal.UnknownUse(use)));
        if (!Scopes.includes(scope, new UnitId(row.getStoreId()), null)) {
            guards.members.requireVisible(new MemberId(row.getMemberId()), CashbackPermissions.TAKE_BACK);
        }
        if (row.getCheckoutId() != null) {
            throw Refusal.of(new CashbackRefusal.UseOfACheckout(use, row.getCheckoutId()));
        }
        var cause = Ids.derived("cashback|take-back|" + key);
        var hash = Ids.derived(use + "|" + command);
        var earlier = store.takenBack(use);
        if (earlier.isPresent()) {
            if (!earlier.get().getCause().equals(cause)) {
                throw Refusal.of(new CashbackRefusal.TakenBackAlready(use));
            }
            requireSame(cause, earlier.get().getContentHash(), hash);
            return store.view(use);
        }
        var receipt =
                ledger.reverse(new CauseKey("cashback-take-back:" + cause), row.getPostingId(), null, command.reason());
        var now = guards.witness.time().now();
        var back = new TakingBackRecord();
        back.setUseId(use);
        back.setCause(cause);
        back.setReason(command.reason());
        back.setPostingId(receipt.postingId());
        back.setContentHash(hash);
        back.setOccurredAt(UseStore.at(now));
        back.setRecordedAt(UseStore.at(now));
        back.setActor(guards.access().actor().reference());
        store.insert(back);
        note("cashback.use-taken-back", row, command.reason());
        return store.view(use);
    }

    @Override
    public Slice<CashbackUseView> uses(CashbackUseQuery query) {
        var scope = guards.access().require(CashbackPermissions.READ);
        if (query.member() != null) {
            guards.members.requireVisible(new MemberId(query.member()), CashbackPermissions.READ);
        }
        return store.page(query, scope);
    }

    private static void requireSame(UUID act, UUID earlier, UUID now) {
        if (!Objects.equals(earlier, now)) {
            throw Refusal.of(new CashbackRefusal.ActDiffers(act));
        }
    }

    private void note(String act, UseRecord row, @org.jspecify.annotations.Nullable String reason) {
        var entry = AuditEntry.of(
                act,
                "cashback-use",
                row.getUseId(),
                "amount",
                Money.of(row.getAmount(), row.getCurrency()),
                "reason",
                reason);
        guards.witness
                .audit()
                .record(entry.about(new MemberId(row.getMemberId())).in(new UnitId(row.getStoreId())));
    }
}
