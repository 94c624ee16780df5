package org.guildhall.demo;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guildhall.demo.people.Dice;
import org.guildhall.demo.people.People;
import org.guildhall.members.Gender;

/** Writes lists as people keep them by hand: mostly right, with a few rows that nobody can make sense of. */
final class Handwritten {

    private static final int FAIR_FROM = 9_000;
    private static final int FAIR_ROWS = 64;
    private static final int STORE_FROM = 9_100;
    private static final int STORE_ROWS = 18;
    private static final String HEAD = "会员号,姓名,性别,手机,门店,入会日期,标签\n";

    private Handwritten() {}

    /** Registrations at a fair. */
    static String fair(DemoStory story) {
        return HEAD + rows(story, FAIR_FROM, FAIR_ROWS, "ZH", "展会")
                + "ZH9001,未填手机的人,女,123456,SH01," + story.today().minusDays(20) + ",展会\n"
                + "ZH9002,日期写错的人,男,13900099002,SH01,2026-13-45,展会\n"
                + "ZH9003,还没到的人,男,13900099003,SH01," + story.today().plusYears(1) + ",展会\n"
                + "ZH9004,甲,男,13900099004,SH01,,展会\nZH9004,乙,女,13900099005,SH01,,展会\n";
    }

    /** What a store wrote down. */
    static String store(DemoStory story) {
        return HEAD + rows(story, STORE_FROM, STORE_ROWS, "SG", "门店登记")
                + "SG9001,店号不明,女,13900099101,HZ99," + story.today().minusDays(3) + ",门店登记\n"
                + "SG9002,号码少一位,男,1390009910,HZ01," + story.today().minusDays(3) + ",门店登记\n";
    }

    private static String rows(DemoStory story, int from, int count, String prefix, String tag) {
        var people = new People(story.seed(), story.today());
        return IntStream.range(0, count)
                .mapToObj(i -> row(story, people, from + i, prefix + "%04d".formatted(i + 1), tag))
                .collect(Collectors.joining());
    }

    private static String row(DemoStory story, People people, int index, String number, String tag) {
        var dice = Dice.of(story.seed(), "sheet", index);
        var place = Cast.PLACES.get(prefixed(number) ? 1 : dice.between(0, Cast.PLACES.size() - 1));
        var profile = people.member(index, place).profile();
        var gender = profile.gender() == null ? "" : profile.gender() == Gender.FEMALE ? "女" : "男";
        return "%s,%s,%s,%s,%s,%s,%s%n"
                .formatted(
                        number,
                        profile.name(),
                        gender,
                        profile.mobile(),
                        place.store(),
                        story.today().minusDays(dice.between(10, 25)),
                        tag);
    }

    private static boolean prefixed(String number) {
        return number.startsWith("SG");
    }
}
