package org.guildhall.intake.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.Mapping;
import org.guildhall.kernel.Refusal;

/** What a mapping must have: something by which the member is known, and for purchases a time and an amount. */
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
        return faults;
    }
}
