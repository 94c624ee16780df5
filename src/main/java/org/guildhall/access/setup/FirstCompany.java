package org.guildhall.access.setup;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.access.Appoint;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the company, where there is none, with one administrator whose random password is printed once. */
@Component
class FirstCompany {

    private final Posts posts;
    private final Organisation organisation;
    private final StaffDirectory staff;
    private final BusinessTime time;

    FirstCompany(Posts posts, Organisation organisation, StaffDirectory staff, BusinessTime time) {
        this.posts = posts;
        this.organisation = organisation;
        this.staff = staff;
        this.time = time;
    }

    @Transactional
    public void open() {
        var today = time.today();
        if (!organisation.units(today).isEmpty()) {
            return;
        }
        var company = organisation.open(new OpenUnit(UnitKind.COMPANY, "HQ", "总部", null, LocalDate.of(2000, 1, 1)));
        var admin = posts.byCode("admin").orElseThrow();
        var password = staff.hire(new HireStaff(
                "admin", "管理员", null, today, List.of(new Appoint(admin.id(), company.id(), today, null))));
        IO.println("First start: log in as " + password.username() + " with " + password.password()
                + " and choose a password of your own.");
    }
}
