package org.guildhall.prepaid.acts;

import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.AccountView;
import org.guildhall.prepaid.MovementQuery;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.PrepaidPermissions;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.QuoteRefund;
import org.guildhall.prepaid.QuoteTopUp;
import org.guildhall.prepaid.RefundQuote;
import org.guildhall.prepaid.Spendable;
import org.guildhall.prepaid.TopUpQuote;
import org.guildhall.prepaid.advances.AdvanceGate;
import org.guildhall.prepaid.rules.Stake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows accounts and movements to those whose reach includes them, and works out what acts would do. */
@Component
class Reading {

    private final Turns turns;
    private final Quotes quotes;
    private final MovementSearch search;
    private final Reach reach;
    private final Rules rules;

    Reading(Turns turns, Quotes quotes, MovementSearch search, Reach reach, Rules rules) {
        this.turns = turns;
        this.quotes = quotes;
        this.search = search;
        this.reach = reach;
        this.rules = rules;
    }

    /** What works out quotes and reasons. */
    @Component
    record Quotes(TopUps topUps, Refunds refunds, Reasoning reasoning, PrepaidDesk desk, AdvanceGate gate) {}

    /** The rules of today, and the balances, which are the ledger's. */
    @Component
    record Rules(Policies policies, BusinessTime time, Ledger ledger) {

        Currency currency() {
            return policies.inForce(PrepaidPolicy.KIND, time.today())
                    .policy()
                    .caps()
                    .named()
                    .currency();
        }
    }

    AccountView account(MemberId member) {
        reach.require(member, PrepaidPermissions.READ);
        var turn = turns.glance(member, null);
        var balances = rules.ledger.balances(member);
        var room = quotes.topUps.standing(turn);
        return new AccountView(
                member,
                turn.money(balances.of(Asset.PRINCIPAL)),
                turn.money(balances.of(Asset.BONUS)),
                turn.money(turn.locked()),
                turn.account().frozen(),
                room.named(),
                room.cap(),
                turn.stakes().stream()
                        .filter(stake -> stake.left() > 0)
                        .map(stake -> left(turn, stake))
                        .toList());
    }

    private static AccountView.TopUpLeft left(Turn turn, Stake stake) {
        return new AccountView.TopUpLeft(
                stake.id(),
                stake.paidAt(),
                stake.received(),
                turn.money(stake.paid()),
                turn.money(stake.gift()),
                turn.money(stake.principalLeft()),
                turn.money(stake.bonusLeft()));
    }

    Spendable spendable(MemberId member) {
        reach.requireServed(member, PrepaidPermissions.PAY);
        var turn = turns.glance(member, null);
        return new Spendable(
                turn.money(quotes.gate.honoured() ? turn.left() : 0),
                turn.account().frozen());
    }

    Map<UUID, Long> moved(Collection<UUID> movements) {
        return movements.isEmpty() ? Map.of() : search.moved(movements);
    }

    TopUpQuote quote(MemberId member, QuoteTopUp command) {
        reach.requireServed(member, PrepaidPermissions.TOP_UP);
        return quotes.topUps.quote(turns.glance(member, null), command);
    }

    RefundQuote quote(MemberId member, QuoteRefund command, @Nullable Instant as) {
        reach.require(member, PrepaidPermissions.REFUND);
        return turns.together(() -> quotes.refunds.quote(turns.glance(member, as), command));
    }

    Slice<MovementView> list(MovementQuery query) {
        var scope = reach.scope(PrepaidPermissions.READ);
        if (query.member() != null) {
            reach.require(new MemberId(query.member()), PrepaidPermissions.READ);
        }
        return search.page(query, scope, rules.currency());
    }

    MovementView get(UUID movement) {
        quotes.desk.find(movement, PrepaidPermissions.READ);
        return shown(movement);
    }

    Explanation why(UUID movement) {
        return quotes.reasoning.why(quotes.desk.find(movement, PrepaidPermissions.READ));
    }

    /** The movement to whoever just made it. */
    MovementView shown(UUID movement) {
        return search.get(movement, rules.currency());
    }
}
