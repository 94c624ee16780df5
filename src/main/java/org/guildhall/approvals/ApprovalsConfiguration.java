package org.guildhall.approvals;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the authority table and its clause. */
@Configuration(proxyBeanMethods = false)
class ApprovalsConfiguration {

    @Bean
    PermissionCatalogue approvalPermissions() {
        return ApprovalPermissions.CATALOGUE;
    }

    @Bean
    PolicyKind<ApprovalPolicy> approvalPolicy() {
        return ApprovalPolicy.KIND;
    }

    @Bean
    Clause authorityClause() {
        return new Clause(
                "1.2",
                Clause.texts("审批权限表", "審批權限表", "The authority table"),
                Clause.texts(
                        "事项按种类和大小逐级审批：每一级由规定岗位之一或全部同意；任何人不得审批自己的申请；逾期未批的，按规定退回或上交。",
                        "事項按種類和大小逐級審批：每一級由規定崗位之一或全部同意；任何人不得審批自己的申請；逾期未批的，按規定退回或上交。",
                        "Acts pass steps of approval by kind and size: each step needs one or all of the posts it names; nobody"
                                + " decides on their own request; what waits too long goes back or up, as stated."));
    }
}
