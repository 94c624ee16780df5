package org.guildhall.intake.runs;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.IntakeRefusal.UnfitMapping;
import org.guildhall.intake.Layout;
import org.guildhall.kernel.Refusal;

/** Refuses layouts and settings that no file could be read with. */
final class PlanChecks {

    private PlanChecks() {}

    static void check(Layout layout, ImportSettings settings, LocalDate today) {
        var faults = new ArrayList<Refusal.Field>();
        if (!isSupported(layout.charset())) {
            faults.add(new Refusal.Field("layout.charset", layout.charset(), "charset"));
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(currency -> currency.getCurrencyCode().equals(settings.currency())
                        && currency.getDefaultFractionDigits() >= 0)) {
            faults.add(new Refusal.Field("settings.currency", settings.currency(), "currency"));
        }
        var expiry = settings.pointsExpireOn();
        if (expiry != null && !expiry.isAfter(today)) {
            faults.add(new Refusal.Field("settings.pointsExpireOn", expiry, "future"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(new UnfitMapping(faults));
        }
    }

    private static boolean isSupported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
