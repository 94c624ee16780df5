package org.guildhall.insights.copy;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.insights.Insights;
import org.guildhall.insights.MeasureRules;
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
}
