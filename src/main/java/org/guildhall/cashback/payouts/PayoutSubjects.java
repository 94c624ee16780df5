package org.guildhall.cashback.payouts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.jooq.cashback.tables.records.PayoutRecord;
import org.guildhall.kernel.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells approvals that paying commissions out and taking payments back can need somebody's yes; the size is what it comes to. */
@Configuration(proxyBeanMethods = false)
class PayoutSubjects {

    static final String PAY = "cashback.payout";
    static final String REVERSE = "cashback.payout-reversal";

    /** What waits: which payout. */
    record Payout(UUID payout) {}

    /** What those who decide see; of one promoter the request tells who it is. */
    static Map<String, Object> facts(PayoutRecord payout, int promoters, long sum, boolean ofOne) {
        var facts = new HashMap<String, Object>();
        facts.put("payout", payout.getPayoutId().toString());
        facts.put("month", Paying.month(payout.getMonth()));
        facts.put("sum", Map.of("minor", sum, "currency", payout.getCurrency()));
        if (!ofOne) {
            facts.put("promoters", promoters);
        }
        return facts;
    }

    /** In the currency of the sum that is asked for; requests of earlier versions wrote it before the figure. */
    private static Money money(long size, Map<String, Object> facts) {
        var currency = facts.get("sum") instanceof Map<?, ?> sum
                ? String.valueOf(sum.get("currency"))
                : String.valueOf(facts.get("sum")).split(" ", -1)[0];
        return Money.of(size, currency);
    }

    @Bean
    ApprovalSubject payoutsOfCommissions(Paying paying, JsonMapper json) {
        return new ApprovalSubject() {
            @Override
            public String kind() {
                return PAY;
            }

            @Override
            public Object told(long size, Map<String, Object> facts) {
                return money(size, facts);
            }

            @Override
            public void approved(ApprovalView request, JsonNode command) {
                paying.pay(json.treeToValue(command, Payout.class).payout(), null);
            }

            @Override
            public void dropped(ApprovalView request, JsonNode command) {
                paying.drop(json.treeToValue(command, Payout.class).payout());
            }
        };
    }

    @Bean
    ApprovalSubject reversalsOfPayouts(Paying paying, JsonMapper json) {
        return new ApprovalSubject() {
            @Override
            public String kind() {
                return REVERSE;
            }

            @Override
            public Object told(long size, Map<String, Object> facts) {
                return money(size, facts);
            }

            @Override
            public void approved(ApprovalView request, JsonNode command) {
                paying.reverse(json.treeToValue(command, Paying.Back.class));
            }
        };
    }
}
