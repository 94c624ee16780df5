package org.guildhall.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module offers to the catalogues. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    PermissionCatalogue accessPermissions() {
        return AccessPermissions.CATALOGUE;
    }
}
