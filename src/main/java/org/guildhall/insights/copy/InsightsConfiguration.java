package org.guildhall.insights.copy;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.insights.Insights;
import org.guildhall.insights.MeasureRules;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module declares to access and policies. */
@Configuration(proxyBeanMethods = false)
class InsightsConfiguration {

    @Bean
    PermissionCatalogue insightsPermissions() {
        return PermissionCatalogue.of("insights", Insights.READ);
    }

    @Bean
    PolicyKind<MeasureRules> measureRules() {
        return MeasureRules.KIND;
    }

    @Bean
    Clause measuresClause() {
        return new Clause(
                "6.1",
                Clause.texts("活跃与复购的口径", "活躍與複購的口徑", "What counts as active and as repeating"),
                Clause.texts(
                        "在规定天数内至少消费一次的会员为活跃会员；在所看期间内消费达到规定次数的会员为复购会员。",
                        "在規定天數內至少消費一次的會員為活躍會員；在所看期間內消費達到規定次數的會員為複購會員。",
                        "A member is active with at least one purchase within a stated number of days, and repeats with at"
                                + " least a stated number of purchases in the period looked at."));
    }
}
