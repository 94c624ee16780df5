package org.guildhall.intake.runs;

import java.util.List;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.Mapping;
import org.guildhall.intake.cleaning.MemberRow;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.guildhall.intake.staging.MemberCodec;
import org.guildhall.intake.staging.PurchaseCodec;
import org.guildhall.intake.staging.StageFolder;
import org.guildhall.intake.staging.StageFolder.SpoiltNumbers;
import org.guildhall.intake.staging.Staged;

/** A staged file with the settings under which its batches are stored. */
record Plan(
        ImportId id,
        Mapping mapping,
        ImportSettings settings,
        StageFolder folder,
        Staged staged,
        SpoiltNumbers spoilt) {

    /** By what the buyers of a file of purchases are named. */
    ImportField buyerField() {
        return mapping.has(ImportField.MEMBER_NUMBER)
                ? ImportField.MEMBER_NUMBER
                : mapping.has(ImportField.EXTERNAL_ID) ? ImportField.EXTERNAL_ID : ImportField.MOBILE;
    }

    List<PurchaseRow> purchases(int batch) {
        return folder.batch(batch, staged.rowsByBatch().get(batch), new PurchaseCodec());
    }

    List<MemberRow> members(int batch) {
        return folder.batch(batch, staged.rowsByBatch().get(batch), new MemberCodec());
    }
}
