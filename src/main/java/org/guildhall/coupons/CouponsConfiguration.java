package org.guildhall.coupons;

import org.guildhall.access.PermissionCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The permissions. */
@Configuration(proxyBeanMethods = false)
class CouponsConfiguration {

    @Bean
    PermissionCatalogue couponPermissions() {
        return PermissionCatalogue.of(
                "coupons",
                CouponPermissions.READ,
                CouponPermissions.CONFIGURE,
                CouponPermissions.ISSUE,
                CouponPermissions.WITHDRAW,
                CouponPermissions.PASS,
                CouponPermissions.HAND_OVER,
                CouponPermissions.EXPORT);
    }
}
