package org.guildhall.ledger.owned;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.ledger.LedgerPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells access which permissions the ledger knows. */
@Configuration(proxyBeanMethods = false)
class LedgerPermissionCatalogue {

    @Bean
    PermissionCatalogue ledgerPermissions() {
        return PermissionCatalogue.of(
                "ledger", LedgerPermissions.READ, LedgerPermissions.ADJUST, LedgerPermissions.PROVE);
    }
}
