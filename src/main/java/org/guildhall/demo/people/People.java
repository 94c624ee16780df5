package org.guildhall.demo.people;

import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guildhall.members.Address;
import org.guildhall.members.Birthday;
import org.guildhall.members.Gender;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.OrganisationProfile;
import org.guildhall.members.Preferences;
import org.jspecify.annotations.Nullable;

/** Invents members one by one; the same seed and index give the same person. */
public final class People {

    private static final int ORGANISATION_EVERY = 83;
    private static final int HOUSEHOLD_EVERY = 9;
    private static final List<String> STREETS =
            List.of("梧桐路", "望江路", "青石巷", "桂花弄", "听雨街", "明月路", "新荷路", "云杉大道", "竹溪路", "锦堂街");
    private static final List<String> INTERESTS = List.of("茶", "烘焙", "露营", "亲子", "跑步", "摄影", "花艺", "阅读", "护肤", "数码");

    private final long seed;
    private final LocalDate today;

    /** People as of today. */
    public People(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** A member in words: what to register, and the tags the person earns. */
    public record Sketch(MemberKind kind, MemberProfile profile, Set<String> tags, int yearOfBirth, boolean female) {}

    /** The member of this index, living in the given place. */
    public Sketch member(int index, Place place) {
        var dice = Dice.of(seed, "person", index);
        return isOrganisation(index) ? organisation(index, place, dice) : person(index, place, dice);
    }

    private Sketch person(int index, Place place, Dice dice) {
        boolean female = dice.chance(580);
        var born = born(dice);
        var name = Names.person(dice, female, born.getYear());
        var profile = new MemberProfile(
                name,
                dice.chance(20) ? null : female ? Gender.FEMALE : Gender.MALE,
                dice.chance(120) ? null : birthday(dice, born),
                Documents.mobile(sharesMobile(index) ? index - 1 : index),
                dice.chance(350) ? "member%05d@example.com".formatted(index) : null,
                dice.chance(700) ? address(dice, place, index) : null,
                dice.chance(400)
                        ? new IdentityDocument(
                                IdentityDocument.DocumentKind.RESIDENT_ID, Documents.identity(index, born, female))
                        : null,
                null,
                dice.chance(300) ? preferences(dice) : null,
                null,
                null);
        return new Sketch(MemberKind.PERSON, profile, tags(dice, born), born.getYear(), female);
    }

    /** In every third household the younger one's mobile serves both. */
    public static boolean sharesMobile(int index) {
        return index % HOUSEHOLD_EVERY == HOUSEHOLD_EVERY - 1
                && index / HOUSEHOLD_EVERY % 3 == 0
                && !isOrganisation(index)
                && !isOrganisation(index - 1);
    }

    private static boolean isOrganisation(int index) {
        return index % ORGANISATION_EVERY == 40;
    }

    private Sketch organisation(int index, Place place, Dice dice) {
        var contact = new OrganisationProfile.ContactPerson(
                Names.person(dice, dice.chance(500), 1980), "行政经理", Documents.mobile(index), null);
        var organisation = new OrganisationProfile(
                Documents.creditCode(index),
                dice.pick(List.of("零售", "信息技术", "餐饮", "教育", "制造", "医疗")),
                dice.pick(List.of(
                        OrganisationProfile.Size.MICRO,
                        OrganisationProfile.Size.SMALL,
                        OrganisationProfile.Size.MEDIUM)),
                null,
                List.of(contact));
        var profile = new MemberProfile(
                Names.company(dice, place.city()),
                null,
                null,
                Documents.mobile(index),
                "office%05d@example.com".formatted(index),
                address(dice, place, index),
                null,
                organisation,
                null,
                null,
                null);
        return new Sketch(MemberKind.ORGANISATION, profile, Set.of("企业团购"), 1990, false);
    }

    private LocalDate born(Dice dice) {
        int age = switch (dice.weighted(8, 26, 30, 20, 10, 6)) {
            case 0 -> dice.between(18, 22);
            case 1 -> dice.between(23, 31);
            case 2 -> dice.between(32, 42);
            case 3 -> dice.between(43, 54);
            case 4 -> dice.between(55, 66);
            default -> dice.between(67, 82);
        };
        return today.minusYears(age).minusDays(dice.between(0, 364));
    }

    /** Older people often keep the lunar birthday. */
    private static Birthday birthday(Dice dice, LocalDate born) {
        if (!dice.chance(born.getYear() < 1972 ? 380 : 25)) {
            return Birthday.solar(born);
        }
        var lunar = Solar.fromYmd(born.getYear(), born.getMonthValue(), born.getDayOfMonth())
                .getLunar();
        return Birthday.lunar(lunar.getYear(), Math.abs(lunar.getMonth()), lunar.getDay(), lunar.getMonth() < 0);
    }

    /** Every ninth member shares the home of the one before: a household. */
    private Address address(Dice dice, Place place, int index) {
        var home = index % HOUSEHOLD_EVERY == HOUSEHOLD_EVERY - 1
                ? Dice.of(seed, "home", index - 1)
                : Dice.of(seed, "home", index);
        var line = place.district() + home.pick(STREETS) + home.between(1, 288) + "号" + home.between(1, 30) + "栋"
                + home.between(1, 32) + "0" + home.between(1, 4) + "室";
        return new Address(
                place.regionCode(), line, dice.chance(300) ? place.regionCode().substring(0, 4) + "00" : null);
    }

    private static Preferences preferences(Dice dice) {
        var interests = new HashSet<String>();
        interests.add(dice.pick(INTERESTS));
        interests.add(dice.pick(INTERESTS));
        @Nullable String time = dice.chance(500) ? dice.pick(List.of("工作日晚间", "周末", "上午")) : null;
        return new Preferences("zh-CN", time, new ArrayList<>(new java.util.TreeSet<>(interests)), null);
    }

    private static Set<String> tags(Dice dice, LocalDate born) {
        var tags = new HashSet<String>();
        if (dice.chance(90)) {
            tags.add("茶友会");
        }
        if (born.getYear() > 1978 && born.getYear() < 1998 && dice.chance(220)) {
            tags.add("亲子家庭");
        }
        if (born.getYear() < 1966 && dice.chance(250)) {
            tags.add("银发关怀");
        }
        if (dice.chance(40)) {
            tags.add("团购意向");
        }
        return Set.copyOf(tags);
    }
}
