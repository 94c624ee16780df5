package org.guildhall.intake.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.Mapping;
import org.guildhall.kernel.Refusal;

/** What a mapping must have: something by which the member is known, for purchases a time and an amount, for points a period and what was
 * earned or used in it. */
final class MappingNeeds {

    private MappingNeeds() {}

    static List<Refusal.Field> missing(ImportKind kind, Mapping mapping) {
        var faults = new ArrayList<Refusal.Field>();
        boolean known = mapping.has(ImportField.MEMBER_NUMBER)
                || mapping.has(ImportField.EXTERNAL_ID)
                || mapping.has(ImportField.MOBILE);
        if (!known) {
            faults.add(new Refusal.Field("mapping.fields", ImportField.MEMBER_NUMBER, "required-field"));
        }
        if (kind == ImportKind.PURCHASES) {
            for (var field : List.of(ImportField.OCCURRED_AT, ImportField.AMOUNT)) {
                if (!mapping.has(field)) {
                    faults.add(new Refusal.Field("mapping.fields", field, "required-field"));
                }
            }
        }
        if (kind == ImportKind.POINTS) {
            if (!mapping.has(ImportField.OCCURRED_AT)) {
                faults.add(new Refusal.Field("mapping.fields", ImportField.OCCURRED_AT, "required-field"));
            }
            if (Stream.of(ImportField.POINTS_EARNED, ImportField.POINTS_REDEEMED, ImportField.POINTS_EXPIRED)
                    .noneMatch(mapping::has)) {
                faults.add(new Refusal.Field("mapping.fields", ImportField.POINTS_EARNED, "required-field"));
            }
        }
        return faults;
    }
}
