package org.guildhall.members.registry;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberPolicies;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module tells the modules below: its permissions, its policies and the clauses they carry out. */
@Configuration(proxyBeanMethods = false)
class MembersConfiguration {

    @Bean
    PermissionCatalogue memberPermissions() {
        return PermissionCatalogue.of(
                "members",
                MemberPermissions.READ,
                MemberPermissions.WRITE,
                MemberPermissions.TRANSITION,
                MemberPermissions.ASSIGN,
                MemberPermissions.REVEAL,
                MemberPermissions.UNMASKED,
                MemberPermissions.EXPORT,
                MemberPermissions.CONSENT,
                MemberPermissions.ERASE,
                MemberPermissions.CONFIGURE);
    }

    @Bean
    PolicyKind<MemberPolicies.Identity> identityPolicy() {
        return MemberPolicies.IDENTITY;
    }

    @Bean
    PolicyKind<MemberPolicies.Numbering> numberingPolicy() {
        return MemberPolicies.NUMBERING;
    }

    @Bean
    PolicyKind<MemberPolicies.Contacts> contactsPolicy() {
        return MemberPolicies.CONTACTS;
    }

    @Bean
    Clause identityClause() {
        return new Clause(
                "2.1",
                Clause.texts("会员身份", "會員身分", "Identity of members"),
                Clause.texts(
                        "一个手机号只属于一位在册会员；经管理员允许，家庭成员可以共用。",
                        "一個手機號只屬於一位在冊會員；經管理員允許，家庭成員可以共用。",
                        "A mobile belongs to one living member; a household may share it where an administrator allows."));
    }

    @Bean
    Clause numberingClause() {
        return new Clause(
                "2.2",
                Clause.texts("会员编号", "會員編號", "Member numbers"),
                Clause.texts(
                        "会员编号由前缀、流水号和校验位组成，终身不变。",
                        "會員編號由前綴、流水號和校驗位組成，終身不變。",
                        "A member number is a prefix, a running number and a check digit, and never changes."));
    }

    @Bean
    Clause contactsClause() {
        return new Clause(
                "2.3",
                Clause.texts("联系方式的确认", "聯絡方式的確認", "Confirming contact data"),
                Clause.texts(
                        "联系方式应定期确认，逾期未确认的予以提示。",
                        "聯絡方式應定期確認，逾期未確認的予以提示。",
                        "Contact data is confirmed regularly; what was not is flagged."));
    }
}
