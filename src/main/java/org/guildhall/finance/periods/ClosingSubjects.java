package org.guildhall.finance.periods;

import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Tells approvals that closing a month and opening it again can need somebody's yes. */
@Configuration(proxyBeanMethods = false)
class ClosingSubjects {

    @Bean
    ApprovalSubject monthsAreClosed(Consent consent) {
        return new Subject(Consent.CLOSE, consent);
    }

    @Bean
    ApprovalSubject monthsAreOpenedAgain(Consent consent) {
        return new Subject(Consent.REOPEN, consent);
    }

    private record Subject(String kind, Consent consent) implements ApprovalSubject {
        @Override
        public void approved(ApprovalView request, JsonNode command) {
            consent.approved(kind, request, command);
        }
    }
}
