package org.guildhall.mall.orders;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.RedemptionView;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Redemptions as lines that people read: states and rewards in their language, times by the company's clock, members by
 * their number (by their id to those who may not see them).
 */
@Component
class ExportLines {

    private static final String SOURCE_LANGUAGE = "zh-CN";
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Map<String, List<String>> HEADS = Map.of(
            SOURCE_LANGUAGE,
            List.of("兑换单", "会员", "兑换品编码", "兑换品", "数量", "积分", "状态", "取货门店", "下单时间", "取货期限", "完结时间", "退回时间"),
            "zh-TW",
            List.of("兌換單", "會員", "兌換品編碼", "兌換品", "數量", "積分", "狀態", "取貨門市", "下單時間", "取貨期限", "完結時間", "退回時間"),
            "en",
            List.of(
                    "Redemption",
                    "Member",
                    "Reward code",
                    "Reward",
                    "Pieces",
                    "Points",
                    "State",
                    "Store",
                    "Ordered",
                    "Pick up by",
                    "Closed",
                    "Taken back"));

    private static final Map<String, States> STATES = Map.of(
            SOURCE_LANGUAGE,
            new States("待取货", "已领取", "已取消", "逾期未取", "已退回"),
            "zh-TW",
            new States("待取貨", "已領取", "已取消", "逾期未取", "已退回"),
            "en",
            new States("Waiting", "Handed out", "Cancelled", "Not picked up", "Taken back"));

    /** The words for the states. */
    private record States(String waiting, String fulfilled, String cancelled, String expired, String returned) {

        String of(RedemptionView.State state) {
            return switch (state) {
                case WAITING -> waiting;
                case FULFILLED -> fulfilled;
                case CANCELLED -> cancelled;
                case EXPIRED -> expired;
                case RETURNED -> returned;
            };
        }
    }

    private final Access access;
    private final Members members;
    private final Organisation organisation;
    private final BusinessTime time;

    ExportLines(Access access, Members members, Organisation organisation, BusinessTime time) {
        this.access = access;
        this.members = members;
        this.organisation = organisation;
        this.time = time;
    }

    static List<String> head(@Nullable String language) {
        return in(HEADS, language);
    }

    private static <T> T in(Map<String, T> words, @Nullable String language) {
        var found = language == null ? null : words.get(language);
        return found == null ? Objects.requireNonNull(words.get(SOURCE_LANGUAGE)) : found;
    }

    /** The lines of one page of redemptions. */
    List<List<@Nullable Object>> of(List<RedemptionView> page, @Nullable String language) {
        var numbers = numbers(page);
        return page.stream().map(row -> cells(row, numbers, language)).toList();
    }

    private List<@Nullable Object> cells(RedemptionView row, Map<MemberId, String> numbers, @Nullable String language) {
        return Arrays.asList(
                row.id(),
                numbers.getOrDefault(row.member(), row.member().toString()),
                row.reward().code(),
                name(row.reward(), language),
                row.quantity(),
                row.points(),
                in(STATES, language).of(row.state()),
                unit(row.closedStore() == null ? row.store() : row.closedStore()),
                written(row.placedAt()),
                written(row.pickUpBy()),
                written(row.closedAt()),
                written(row.returnedAt()));
    }

    private Map<MemberId, String> numbers(List<RedemptionView> page) {
        if (page.isEmpty() || !access.may(MemberPermissions.READ)) {
            return Map.of();
        }
        Set<MemberId> ids = new LinkedHashSet<>();
        page.forEach(row -> ids.add(row.member()));
        var query = new MemberQuery(null, new MemberFilter.Ids(ids), null, null, null, ids.size());
        return members.search(query).items().stream().collect(toMap(MemberRow::id, MemberRow::number));
    }

    private static String name(RedemptionView.RewardName reward, @Nullable String language) {
        var own = "zh-TW".equals(language) ? reward.nameTw() : "en".equals(language) ? reward.nameEn() : null;
        return own == null ? reward.name() : own;
    }

    private @Nullable String unit(@Nullable UnitId id) {
        return id == null ? null : organisation.unit(id).name();
    }

    private @Nullable String written(@Nullable Instant instant) {
        return instant == null ? null : TO_THE_SECOND.format(instant.atZone(time.zone()));
    }
}
