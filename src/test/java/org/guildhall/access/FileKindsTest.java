package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Jobs outlive releases: one that was stored is found by its code, and what it was asked is read as it was written. */
@GuildhallTest
class FileKindsTest {

    private static final String HOW = "\"format\":\"CSV\",\"reason\":\"核对\",\"language\":\"en\"";
    private static final String LIST = "{\"query\":{}," + HOW + "}";
    private static final String ID = "\"0190a000-0000-7000-8000-000000000001\"";

    private static final Map<String, String> STORED = Map.ofEntries(
            Map.entry("adjustments.batch-grant-export", "{\"grant\":" + ID + ",\"file\":{" + HOW + "}}"),
            Map.entry("adjustments.export", LIST),
            Map.entry("benefits.export", LIST),
            Map.entry("benefits.export-costs", "{\"query\":{\"by\":\"store\"}," + HOW + "}"),
            Map.entry("cashback.export", LIST),
            Map.entry("cashback.export-payouts", LIST),
            Map.entry("cashback.export-promoters", LIST),
            Map.entry("coupons.export", LIST),
            Map.entry("lottery.export", LIST),
            Map.entry("lottery.export-proof", "{\"lottery\":" + ID + "," + HOW + "}"),
            Map.entry("loyalty.simulation-export", "{\"simulation\":" + ID + ",\"asked\":{" + HOW + "}}"),
            Map.entry("mall.export", LIST),
            Map.entry("members.export", LIST),
            Map.entry("messages.export", LIST),
            Map.entry("prepaid.export", LIST),
            Map.entry("sessioncards.export-bookings", LIST),
            Map.entry("sessioncards.export-cards", LIST));

    @Autowired
    List<FileExport<?>> exports;

    @Autowired
    JsonMapper json;

    @Autowired
    TestStaff staff;

    @Test
    void every_stored_job_is_still_known_by_its_code() {
        assertThat(exports.stream().map(FileExport::code)).containsExactlyInAnyOrderElementsOf(STORED.keySet());
    }

    @Test
    void what_was_asked_is_stored_and_read_as_before() {
        for (var export : exports) {
            var stored = json.readTree(STORED.get(export.code()));
            var asked = (FileRequest) json.treeToValue(stored, export.params());
            assertThat(asked.reason()).as(export.code()).isEqualTo("核对");
            assertThat(asked.language()).as(export.code()).isEqualTo("en");
            var written = json.valueToTree(asked);
            assertThat(written.propertyNames())
                    .as(export.code())
                    .containsExactlyInAnyOrderElementsOf(stored.propertyNames());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/benefits/uses/export,benefit-uses-",
        "/api/cashback/payout-lines/export,commission-payouts-",
        "/api/cashback/promoters/export,promoters-",
        "/api/cashback/rebates/export,rebates-",
        "/api/changes-by-hand/export,changes-by-hand-",
        "/api/coupons/export,coupons-",
        "/api/lottery-draws/export,lottery-draws-",
        "/api/members/exports,members-",
        "/api/messages/export,messages-",
        "/api/prepaid/movements/export,stored-value-",
        "/api/redemptions/export,redemptions-",
        "/api/session-bookings/export,session-bookings-",
        "/api/session-cards/export,session-cards-"
    })
    void a_list_is_taken_out_in_either_format_under_its_name(String path, String name) {
        var lead = staff.logIn("lead");
        for (var format : List.of("CSV", "XLSX")) {
            var asked = Map.of("query", Map.of(), "format", format, "reason", "核对", "language", "en");
            var started = lead.post(path, asked);
            assertThat(started.status()).as(started.text()).isEqualTo(202);
            var job = lead.ended(started.json().path("id").asString()).json();
            assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
            assertThat(job.path("result").path("fileName").asString()).startsWith(name);
            var file = lead.get(
                    "/api/downloads/" + job.path("result").path("download").asString());
            assertThat(file.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/benefits/uses/export",
                "/api/cashback/payout-lines/export",
                "/api/cashback/promoters/export",
                "/api/cashback/rebates/export",
                "/api/coupons/export",
                "/api/lottery-draws/export",
                "/api/prepaid/movements/export",
                "/api/redemptions/export",
                "/api/session-bookings/export",
                "/api/session-cards/export"
            })
    void a_list_of_one_member_is_refused_to_whom_the_member_is_out_of_reach(String path) {
        var lead = staff.logIn("lead");
        var asked = Map.of("query", Map.of("member", UUID.randomUUID()), "format", "CSV", "reason", "核对");
        var started = lead.post(path, asked);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = lead.ended(started.json().path("id").asString()).json();
        assertThat(job.path("failure").path("code").asString())
                .as(job.toString())
                .isEqualTo("members.not-found");
    }
}
