package org.guildhall.intake.runs;

import java.util.List;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.Mapping;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.intake.cleaning.MemberRow;
import org.guildhall.intake.cleaning.PointsRow;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.guildhall.intake.staging.MemberCodec;
import org.guildhall.intake.staging.PointsCodec;
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

    /** The field that those a file tells of are named by first. */
    static ImportField buyerField(Mapping mapping) {
        return Buyer.FIELDS.stream().filter(mapping::has).findFirst().orElse(ImportField.MOBILE);
    }

    List<PurchaseRow> purchases(int batch) {
        return folder.batch(batch, staged.rowsByBatch().get(batch), new PurchaseCodec(buyerField(mapping)));
    }

    List<PointsRow> points(int batch) {
        return folder.batch(batch, staged.rowsByBatch().get(batch), new PointsCodec(buyerField(mapping)));
    }

    List<MemberRow> members(int batch) {
        return folder.batch(batch, staged.rowsByBatch().get(batch), new MemberCodec());
    }
}
