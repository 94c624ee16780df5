package org.guildhall.policies;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.access.SignInPolicy;
import org.guildhall.access.SignInRules;
import org.guildhall.kernel.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module offers, and the policy kinds of the modules below it. */
@Configuration(proxyBeanMethods = false)
class PoliciesConfiguration {

    static final PolicyKind<SignInPolicy> SIGN_IN =
            new PolicyKind<>("access.sign-in", SignInPolicy.class, SignInPolicy.DEFAULT, "1.1");

    @Bean
    PermissionCatalogue policyPermissions() {
        return PolicyPermissions.CATALOGUE;
    }

    @Bean
    PolicyKind<SignInPolicy> signInPolicy() {
        return SIGN_IN;
    }

    @Bean
    SignInRules signInRules(Policies policies, BusinessTime time) {
        return () -> policies.inForce(SIGN_IN, time.today()).policy();
    }

    @Bean
    Clause signInClause() {
        return new Clause(
                "1.1",
                Clause.texts("登录与密码", "登入與密碼", "Log-in and passwords"),
                Clause.texts(
                        "员工凭本人账号登录。连续输错密码达到规定次数即锁定一段时间；闲置过久或登录过久须重新登录；密码不得短于规定长度，不得包含登录名。",
                        "員工憑本人帳號登入。連續輸錯密碼達到規定次數即鎖定一段時間；閒置過久或登入過久須重新登入；密碼不得短於規定長度，不得包含登入名。",
                        "Staff log in under their own name. A stated number of wrong passwords in a row closes the log-in for a"
                                + " while; a session ends when unused for too long, and at the latest after a stated time;"
                                + " passwords have a least length and may not contain the log-in name."));
    }
}
