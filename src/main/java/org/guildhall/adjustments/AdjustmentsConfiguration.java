package org.guildhall.adjustments;

import org.guildhall.access.PermissionCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The permissions of changes by hand. */
@Configuration(proxyBeanMethods = false)
class AdjustmentsConfiguration {

    @Bean
    PermissionCatalogue adjustmentPermissions() {
        return PermissionCatalogue.of("adjustments", AdjustmentPermissions.READ, AdjustmentPermissions.EXPORT);
    }
}
