package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads an answer without our screens reads in it, in the language asked for, what the screens would say. */
@GuildhallTest
class SpokenRefusalsStory {

    @Autowired
    TestStaff staff;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, '有内容不符合要求，请按提示修改。 [profile.nickname] '",
        "zh, '有内容不符合要求，请按提示修改。 [profile.nickname] '",
        "zh-HK, '有內容不符合要求，請依提示修改。 [profile.nickname] '",
        "zh-Hant, '有內容不符合要求，請依提示修改。 [profile.nickname] '",
        "en-GB, 'Something entered is not allowed. Follow the notes at the fields. [profile.nickname] '",
        "fr, 'Something entered is not allowed. Follow the notes at the fields. [profile.nickname] '",
    })
    void a_refusal_speaks_the_language_of_the_request(String language, String begins) {
        var body = Map.of("kind", "PERSON", "profile", Map.of("nickname", "小明"));
        var answer = staff.logIn("lead").send("POST", "/api/members", body, Map.of("Accept-Language", language));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).startsWith(begins).hasSizeGreaterThan(begins.length());
    }

    @Test
    void a_bound_that_is_broken_is_told_not_the_value_that_breaks_it() {
        var command = Map.of("revision", -7, "verdict", "approve");
        var answer = staff.logIn("lead").post("/api/approvals/" + UUID.randomUUID() + "/decision", command);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).endsWith("[revision] 不能小于 1。");
    }

    @Test
    void a_no_without_its_reason_is_told_which_field_is_missing() {
        var command = Map.of("revision", 1, "verdict", "reject");
        var answer = staff.logIn("lead").post("/api/approvals/" + UUID.randomUUID() + "/decision", command);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).endsWith("[comment] 必填。");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, '这个文件无法读取：文件里没有内容。'",
        "zh-TW, '這個檔案無法讀取：檔案裡沒有內容。'",
        "en, 'The file can’t be read: there is nothing in it.'",
    })
    void a_fact_that_is_a_code_is_told_in_words(String language, String sentence) {
        var lead = staff.logIn("lead");
        var answer = lead.upload("/api/imports", "leer.csv", new byte[0], Map.of("Accept-Language", language));

        assertThat(answer.code()).isEqualTo("intake.unreadable-file");
        assertThat(answer.json().path("facts").path("problem").asString()).isEqualTo("empty");
        assertThat(answer.json().path("detail").asString()).isEqualTo(sentence);
    }

    @Test
    void who_asks_for_no_language_is_answered_in_the_first_one_and_facts_are_filled_in() {
        var answer = staff.logIn("lead").get("/api/nothing-here");

        assertThat(answer.json().path("detail").asString()).isEqualTo("没有这个接口：GET /api/nothing-here");
    }
}
