package org.guildhall.prepaid.acts;

import static org.guildhall.prepaid.rules.RefundRules.Decision;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.kernel.Explanation;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.rules.PrepaidExplanation;
import org.guildhall.prepaid.rules.RefundCase;
import org.guildhall.prepaid.rules.RefundRules;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Works out anew why a movement is what it is, under the rules of its day; what it finds must equal what was booked. */
@Component
class Reasoning {

    private final Policies policies;
    private final AccountStore accounts;
    private final BalanceStore balances;
    private final JsonMapper json;

    Reasoning(Policies policies, AccountStore accounts, BalanceStore balances, JsonMapper json) {
        this.policies = policies;
        this.accounts = accounts;
        this.balances = balances;
        this.json = json;
    }

    Explanation why(MovementRecord row) {
        var rules = policies.version(PrepaidPolicy.KIND, row.getPolicyVersion());
        var told = new PrepaidExplanation(rules);
        var what = switch (MovementKind.of(row.getKind())) {
            case TOP_UP ->
                told.topUp(
                        row.getPrincipal(),
                        balances.countedBefore(row, rules.policy().caps().countsBonus()),
                        Boolean.TRUE.equals(row.getNamed()));
            case PAYMENT, LOCK -> told.payment(-row.getPrincipal(), -row.getBonus());
            case REFUND -> refund(told, rules, row);
            default -> told.moved("prepaid." + row.getKind(), Math.abs(row.getPrincipal()), Math.abs(row.getBonus()));
        };
        return what.with(with(what, row, told));
    }

    private Explanation refund(PrepaidExplanation told, InForce<PrepaidPolicy> rules, MovementRecord row) {
        var asked = json.readValue(row.getInputs().data(), RefundCase.class);
        return switch (RefundRules.decide(rules.policy(), asked)) {
            case Decision.Allowed allowed when allowed.refund() == -row.getMoney() -> told.refund(asked, allowed);
            default -> throw new IllegalStateException("refund " + row.getMovementId() + " is not what it was");
        };
    }

    /** The top-ups it changed, and what was noticed. */
    private List<Explanation> with(Explanation what, MovementRecord row, PrepaidExplanation told) {
        var parts = new ArrayList<>(what.parts());
        if (MovementKind.of(row.getKind()) != MovementKind.TOP_UP
                && MovementKind.of(row.getKind()) != MovementKind.REFUND) {
            for (var part : accounts.parts(List.of(row.getMovementId()))) {
                parts.add(told.moved("prepaid.of-top-up", Math.abs(part.principal()), Math.abs(part.bonus())));
            }
        }
        for (var notice : row.getNotices()) {
            parts.add(Explanation.of("prepaid.noticed-" + notice));
        }
        return parts;
    }
}
