package org.guildhall.cashback.payouts;

import java.util.UUID;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
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

    @Bean
    ApprovalSubject payoutsOfCommissions(Paying paying, JsonMapper json) {
        return new ApprovalSubject() {
            @Override
            public String kind() {
                return PAY;
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
            public void approved(ApprovalView request, JsonNode command) {
                paying.reverse(json.treeToValue(command, Paying.Back.class));
            }
        };
    }
}
