package org.guildhall.mall.orders;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.RedemptionView;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Redemptions as lines that people read: states and rewards in their language, times by the company's clock, members by
 * their number (by their id to those who may not see them).
 */
@Component
class ExportLines {

    private final Members members;
    private final Organisation organisation;
    private final BusinessTime time;

    ExportLines(Members members, Organisation organisation, BusinessTime time) {
        this.members = members;
        this.organisation = organisation;
        this.time = time;
    }

    static List<String> head(@Nullable String language) {
        return words(language).head("redemptions");
    }

    private static FileWords words(@Nullable String language) {
        return FileWords.of("mall", language);
    }

    /** The lines of one page of redemptions. */
    List<List<@Nullable Object>> of(List<RedemptionView> page, @Nullable String language) {
        var numbers = members.numbers(page.stream().map(RedemptionView::member).toList());
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
                words(language).word("state", row.state()),
                unit(row.closedStore() == null ? row.store() : row.closedStore()),
                written(row.placedAt()),
                written(row.pickUpBy()),
                written(row.closedAt()),
                written(row.returnedAt()));
    }

    private static String name(RedemptionView.RewardName reward, @Nullable String language) {
        var own = "zh-TW".equals(language) ? reward.nameTw() : "en".equals(language) ? reward.nameEn() : null;
        return own == null ? reward.name() : own;
    }

    private @Nullable String unit(@Nullable UnitId id) {
        return id == null ? null : organisation.unit(id).name();
    }

    private @Nullable String written(@Nullable Instant instant) {
        return instant == null ? null : Sheets.written(instant.atZone(time.zone()));
    }
}
