package org.guildhall.demo;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.access.Appoint;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Founds the demo company: two regions with four stores, the member team with its three groups, and everybody's log-in. */
@Component
class Founding {

    /** Everybody's password; the demo listens on the own machine only. */
    static final String PASSWORD = "guildhall-demo";

    private final Organisation organisation;
    private final Posts posts;
    private final StaffDirectory staff;

    Founding(Organisation organisation, Posts posts, StaffDirectory staff) {
        this.organisation = organisation;
        this.posts = posts;
        this.staff = staff;
    }

    private record Person(String username, String name, String post, UnitId unit, int monthsAfterOpening) {}

    /** Opens the units and hires the people, in the caller's transaction. */
    void found(DemoStory story) {
        var opening = story.opening();
        var company = open(UnitKind.COMPANY, "HQ", "青梧生活", null, opening);
        var east = open(UnitKind.REGION, "EAST", "华东区", company, opening);
        var south = open(UnitKind.REGION, "SOUTH", "华南区", company, opening);
        var shanghai = open(UnitKind.STORE, "SH01", "上海徐汇店", east, opening);
        var hangzhou = open(UnitKind.STORE, "HZ01", "杭州湖滨店", east, opening);
        var guangzhou = open(UnitKind.STORE, "GZ01", "广州天河店", south, opening);
        var shenzhen = open(UnitKind.STORE, "SZ01", "深圳南山店", south, opening);
        var team = open(UnitKind.DEPARTMENT, "CLUB", "会员中心", company, opening);
        var acquisition = open(UnitKind.GROUP, "ACQ", "会员拓展组", team, opening);
        var service = open(UnitKind.GROUP, "SVC", "会员服务组", team, opening);
        var operations = open(UnitKind.GROUP, "OPS", "会员运营组", team, opening);
        hire(
                opening,
                List.of(
                        new Person("lead", "林清和", "lead", company, 0),
                        new Person("ops", "周若岚", "ops", operations, 0),
                        new Person("analyst", "沈知行", "analyst", operations, 8),
                        new Person("acq", "陈望舒", "acq", acquisition, 0),
                        new Person("acq2", "黄启明", "acq", acquisition, 14),
                        new Person("service", "许安宁", "svc", service, 0),
                        new Person("service2", "何思源", "svc", service, 20),
                        new Person("store1", "王小满", "store", shanghai, 0),
                        new Person("store2", "吴桐", "store", hangzhou, 0),
                        new Person("store3", "李嘉欣", "store", guangzhou, 0),
                        new Person("store4", "郑子谦", "store", shenzhen, 0),
                        new Person("admin", "罗文昊", "admin", company, 0),
                        new Person("auditor", "顾慎之", "auditor", company, 0)));
    }

    private UnitId open(
            UnitKind kind, String code, String name, @org.jspecify.annotations.Nullable UnitId parent, LocalDate from) {
        return organisation.open(new OpenUnit(kind, code, name, parent, from)).id();
    }

    private void hire(LocalDate opening, List<Person> people) {
        for (var person : people) {
            var from = opening.plusMonths(person.monthsAfterOpening());
            var post = posts.byCode(person.post()).orElseThrow();
            staff.hire(
                    new HireStaff(
                            person.username(),
                            person.name(),
                            null,
                            from,
                            List.of(new Appoint(post.id(), person.unit(), from, null))),
                    PASSWORD);
        }
    }
}
