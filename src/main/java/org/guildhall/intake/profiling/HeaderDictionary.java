package org.guildhall.intake.profiling;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.jspecify.annotations.Nullable;

/** What the columns of other systems are called, in Chinese (both scripts) and English. */
final class HeaderDictionary {

    // A line tells a field, and then its names without what separates their parts.
    private static final String NAMES = """
            MEMBER_NUMBER 会员号 会员编号 会员卡号 卡号 客户号 客户编号 顾客编号 會員號 會員編號 會員卡號 卡號 客戶編號
            MEMBER_NUMBER membernumber memberno memberid member customernumber customerid custid
            MEMBER_NUMBER householdid loyaltynumber cardnumber cardno buyer buyerid userid
            EXTERNAL_ID customer externalid 外部编号 外部編號 用户id openid unionid
            MOBILE 会员手机 会员手机号 客户手机 顾客手机 买家手机 會員手機 會員手機號 客戶手機
            MOBILE 手机 手机号 手机号码 联系电话 电话 手機 手機號 手機號碼 電話 聯絡電話 mobile phone mobilephone phonenumber tel cell
            NAME 姓名 名字 会员姓名 客户姓名 會員姓名 name fullname membername customername
            EMAIL 邮箱 电子邮箱 邮件 郵箱 電子郵件 email emailaddress mail
            GENDER 性别 性別 gender sex
            BIRTHDAY 生日 出生日期 birthday birthdate dateofbirth dob
            JOINED_ON 入会日期 入会时间 注册日期 注册时间 开卡日期 入會日期 入會時間 註冊日期 開卡日期
            JOINED_ON joinedon joindate joined registered registrationdate enrolldate enrollmentdate signupdate
            LEFT_ON 退会日期 退會日期 lefton canceldate cancellationdate
            ADDRESS 地址 住址 联系地址 聯絡地址 address
            POSTCODE 邮编 邮政编码 郵編 郵遞區號 postcode postalcode zip zipcode
            TAGS 标签 標籤 tags tag
            STORE 门店 门店编号 门店编码 店铺 店铺编号 所属门店 門店 門店編號 店鋪 store storeid storecode shop shopid homestore
            PURCHASE_NUMBER 单号 订单 订单号 订单编号 小票号 流水号 交易号 單號 訂單號 訂單編號 交易號 流水號
            PURCHASE_NUMBER order ordernumber orderno orderid basketid receipt receiptno receiptnumber invoiceno
            PURCHASE_NUMBER transactionid transactionno purchasenumber billno
            RETURN_OF 原单号 原订单号 原單號 原訂單號 originalorder returnof originalreceipt
            OCCURRED_AT 时间 日期 消费时间 消费日期 交易时间 交易日期 下单时间 销售日期 時間 消費時間 消費日期 交易時間 訂單日期
            OCCURRED_AT date time datetime orderdate purchasedate transactiondate transactiontimestamp timestamp
            OCCURRED_AT occurredat soldat saledate
            OCCURRED_AT 期间 年月 统计月份 會計期間 period yearmonth
            POINTS_EARNED 获得积分 获取积分 累积积分 新增积分 赚取积分 獲得積分 累積積分 新增積分
            POINTS_EARNED pointsearned pointsaccumulated earnedpoints earned accrued pointsaccrued
            POINTS_REDEEMED 使用积分 兑换积分 消耗积分 扣减积分 使用積分 兌換積分 消耗積分 扣減積分
            POINTS_REDEEMED pointsredeemed pointsspent pointsused redeemedpoints redeemed burned pointsburned
            POINTS_EXPIRED 过期积分 到期积分 失效积分 過期積分 到期積分 失效積分 pointsexpired pointslapsed expiredpoints expired
            AMOUNT 金额 消费金额 实付 实付金额 实收金额 交易金额 金額 消費金額 實付金額 實收金額 交易金額
            AMOUNT amount total price revenue sales salesvalue paid payamount dollars orderamount
            CURRENCY 币种 货币 幣種 貨幣 currency
            PRODUCT 商品 商品编号 商品编码 商品名称 商品編號 商品名稱 product productid sku item itemid stockcode
            CATEGORY 类别 品类 分类 類別 品類 分類 category department
            QUANTITY 数量 數量 quantity qty units cds
            PAYMENT 支付方式 付款方式 payment paymentmethod paidby
            """;

    private static final Map<String, ImportField> FIELDS = new HashMap<>();

    static {
        NAMES.lines().map(line -> List.of(line.split(" ", -1))).forEach(line -> {
            var field = ImportField.valueOf(line.getFirst());
            line.stream().skip(1).forEach(name -> FIELDS.put(name, field));
        });
    }

    private HeaderDictionary() {}

    /** The field that a column of this name is for, in a file of this kind. */
    static @Nullable ImportField field(String header, ImportKind kind) {
        var field = FIELDS.get(header.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-./()（）:：]", ""));
        return field != null && field.isOf(kind) ? field : null;
    }
}
