package org.guildhall.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.demo.people.Dice;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Batch;
import org.guildhall.members.ConsentView.Channel;
import org.guildhall.members.ConsentView.Purpose;
import org.guildhall.members.MemberKind;
import org.guildhall.members.RecordConsent;
import org.guildhall.members.consents.Consents;
import org.guildhall.members.consents.MemberConsent;
import org.springframework.stereotype.Component;

/** What members agreed to when they joined, and what some of them withdrew later. */
@Component
class Promises {

    private static final int BY_MESSAGE = 720;
    private static final int PROFILED = 410;
    private static final int WITHDRAWN = 60;
    private static final int HOUR = 10;

    private final Consents consents;
    private final BusinessTime time;

    Promises(Consents consents, BusinessTime time) {
        this.consents = consents;
        this.time = time;
    }

    /** Notes the consents of a chapter's members, in the caller's transaction. */
    void record(DemoStory story, List<MemberSketch> sketches, List<MemberId> ids) {
        var all = new ArrayList<MemberConsent>();
        for (int i = 0; i < sketches.size(); i++) {
            if (sketches.get(i).person().kind() == MemberKind.PERSON) {
                add(all, story, sketches.get(i), ids.get(i));
            }
        }
        consents.recordAll(
                all,
                new Batch(Ids.derived("demo|consents|" + sketches.getFirst().index()), "demo"));
    }

    private void add(List<MemberConsent> all, DemoStory story, MemberSketch sketch, MemberId member) {
        var dice = Dice.of(story.seed(), "consents", sketch.index());
        var joined = sketch.joinedOn();
        all.add(said(member, joined, new Said(Purpose.MEMBERSHIP, Channel.ANY, true, "入会登记表签字")));
        if (dice.chance(BY_MESSAGE)) {
            all.add(said(member, joined, new Said(Purpose.MARKETING, Channel.SMS, true, "入会登记表勾选")));
            var later = joined.plusDays(dice.between(60, 500));
            if (dice.chance(WITHDRAWN) && later.isBefore(story.today())) {
                all.add(said(member, later, new Said(Purpose.MARKETING, Channel.SMS, false, "短信回复 TD 退订")));
            }
        }
        if (dice.chance(PROFILED)) {
            all.add(said(member, joined, new Said(Purpose.PROFILING, Channel.ANY, true, "小程序授权页")));
            all.add(said(member, joined, new Said(Purpose.MARKETING, Channel.APP, true, "小程序授权页")));
        }
    }

    private record Said(Purpose purpose, Channel channel, boolean granted, String evidence) {}

    private MemberConsent said(MemberId member, LocalDate on, Said said) {
        var at = on.atTime(HOUR, 0).atZone(time.zone()).toInstant();
        var now = time.now();
        return new MemberConsent(
                member,
                new RecordConsent(
                        said.purpose,
                        said.channel,
                        said.granted,
                        "隐私政策 3.1",
                        said.evidence,
                        at.isAfter(now) ? now : at));
    }
}
