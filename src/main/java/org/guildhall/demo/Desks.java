package org.guildhall.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportQuery;
import org.guildhall.intake.Imports;
import org.guildhall.kernel.Actor;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.lists.SaveView;
import org.guildhall.members.lists.SavedViews;
import org.springframework.stereotype.Component;

/** What lies on people's desks: the lists they keep, a file that was imported, and one that waits for a decision. */
@Component
class Desks {

    private final SavedViews views;
    private final Imports imports;
    private final Organisation organisation;
    private final StaffDirectory staff;
    private final Access access;

    Desks(SavedViews views, Imports imports, Organisation organisation, StaffDirectory staff, Access access) {
        this.views = views;
        this.imports = imports;
        this.organisation = organisation;
        this.staff = staff;
        this.access = access;
    }

    /** Lists for everybody and some of one's own; called again, it adds nothing. */
    void lists() {
        as("lead", "林清和", () -> {
            if (views.all().isEmpty()) {
                keep("金卡与钻石会员", true, tier("gold", "diamond"), "-loyalty.points");
                keep(
                        "五千积分以上",
                        true,
                        column("loyalty.points", MemberFilter.Comparison.AT_LEAST, "5000"),
                        "-loyalty.points");
                keep("企业团购客户", true, new MemberFilter.Tagged(Set.of("企业团购")), "name");
                keep("暂停服务的会员", false, new MemberFilter.Status(Set.of(MemberStatus.SUSPENDED)), null);
            }
            return views;
        });
        as("acq", "陈望舒", () -> {
            if (views.all().stream().noneMatch(view -> view.own())) {
                keep("团购意向", false, new MemberFilter.Tagged(Set.of("团购意向")), null);
            }
            return views;
        });
        as("service", "许安宁", () -> {
            if (views.all().stream().noneMatch(view -> view.own())) {
                keep(
                        "银发关怀·上海",
                        false,
                        new MemberFilter.All(List.of(home("SH01"), new MemberFilter.Tagged(Set.of("银发关怀")))),
                        null);
                keep("手机待补", false, new MemberFilter.Has(org.guildhall.members.MemberField.MOBILE, false), null);
            }
            return views;
        });
    }

    /** The registrations of a fair, imported with some rows to be put right, and a store's list that is only checked. */
    void files(DemoStory story) {
        as("lead", "林清和", () -> {
            if (imports.list(ImportQuery.all(1)).items().isEmpty()) {
                var fair = imports.upload("春季展会登记.csv", bytes(Handwritten.fair(story)), ImportKind.MEMBERS);
                imports.start(fair.id());
                var store = imports.upload("杭州湖滨店手工登记.csv", bytes(Handwritten.store(story)), ImportKind.MEMBERS);
                imports.check(store.id());
            }
            return imports;
        });
    }

    private void keep(
            String name, boolean shared, MemberFilter filter, @org.jspecify.annotations.Nullable String sort) {
        views.save(new SaveView(name, shared, new MemberQuery(null, filter, sort, null, null, null)));
    }

    private static MemberFilter tier(String... tiers) {
        return column("loyalty.tier", MemberFilter.Comparison.IN, tiers);
    }

    private static MemberFilter column(String code, MemberFilter.Comparison test, String... values) {
        return new MemberFilter.Column(code, test, List.of(values));
    }

    private MemberFilter home(String store) {
        return new MemberFilter.Home(
                Set.of(organisation.byCode(store).orElseThrow().id()));
    }

    private void as(String username, String name, Supplier<?> work) {
        var actor = new Actor.Staff(staff.byUsername(username).orElseThrow(), name);
        access.runAs(actor, work);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
