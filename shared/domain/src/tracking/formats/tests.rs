//! Every format's own examples, and what is none.

use super::*;

fn named(text: &str) -> Vec<&'static str> {
    let number = TrackingNumber::parse(text).expect("a number");
    suggestions(&number).into_iter().map(|suggestion| suggestion.carrier).collect()
}

#[test]
fn genuine_numbers_suggest_their_carrier() {
    for (carrier, numbers) in [
        ("UPS", &["1Z5R89390357567127", "1Z879E930346834440", "K1506235620"][..]),
        ("FedEx", &["986578788855", "477179081230", "041441760228964", "9611020987654312345672"]),
        ("FedEx", &["1001921334250001000300779017972697", "9622001900000000000000776632517510"]),
        ("FedEx", &["32971514560102447849175802862014", "000123450000000027"]),
        ("USPS", &["03071790000523483741", "9400111206206406260787", "420787459400111206206406260787"]),
        ("USPS", &["9361289878700317633795", "4201002334249200190132607600833457", "9101123456789000000013"]),
        ("Royal Mail", &["RB123456785GB", "rb 123 456 785 gb"]),
        ("DHL", &["3318810025", "73891051146", "JJD0099999999", "GM2951173225174494", "60120172242323"]),
        ("DPD", &["09980000020033F", "008182709980000020033350276C"]),
        ("Canada Post", &["0073938000549297"]),
        ("Purolator", &["320595463938", "KYV009956937"]),
        ("OnTrac", &["C11031500001879", "D10011354453707"]),
        ("Old Dominion", &["07209562763"]),
        ("Amazon", &["TBA000000000000"]),
        ("LaserShip", &["LX17635036"]),
        ("Yodel", &["JJD0002257639032011"]),
        ("YunExpress", &["YT2229521272164446"]),
    ] {
        for number in numbers {
            assert!(named(number).contains(&carrier), "{number}: {:?}", named(number));
        }
    }
}

#[test]
fn a_wrong_check_digit_suggests_nobody_or_another() {
    for (carrier, numbers) in [
        ("UPS", &["1Z1111111111111111", "K1506235622"][..]),
        ("FedEx", &["996578788855", "568283610012732", "9600000000000000000001", "000000000000000001"]),
        ("FedEx", &["1001901781990001000300617767839438", "9622001560001234567100794808390595"]),
        ("FedEx", &["32971514560102447849175802852014"]),
        (
            "USPS",
            &["03071790000523483742", "9434611206206407667131", "9200000000000000000000", "9101123456789000000014"],
        ),
        ("USPS", &["RB123456786US"]),
        ("DHL", &["3318810010", "XJD0099999998"]),
        ("DPD", &["09980000020033D"]),
        ("Canada Post", &["0073938000549292"]),
        ("Purolator", &["320595463939", "KY009956937"]),
        ("OnTrac", &["C10000000000000"]),
        ("Old Dominion", &["07209562773"]),
        ("LaserShip", &["LX9763503N"]),
    ] {
        for number in numbers {
            assert!(!named(number).contains(&carrier), "{number}: {:?}", named(number));
        }
    }
    assert_eq!(named("RB123456785XX"), [""; 0]);
}

#[test]
fn numbers_of_two_carriers_suggest_both() {
    for (number, both) in [
        ("287809468872", ["FedEx", "Purolator"]),
        ("320610804900", ["FedEx", "Purolator"]),
        ("4201028200009261290113185417468510", ["USPS", "FedEx"]),
        ("JFV247545960", ["DHL", "Purolator"]),
        ("LX17635035", ["LaserShip", "DHL"]),
        ("78045768393", ["Old Dominion", "DHL"]),
    ] {
        assert_eq!(named(number), both, "{number}");
    }
}

#[test]
fn digits_alone_are_never_distinct() {
    for number in ["986578788855", "9400111206206406260787", "60120172242323", "3318810025", "0073938000549297"] {
        let number = TrackingNumber::parse(number).expect("a number");
        assert!(suggestions(&number).iter().all(|suggestion| !suggestion.distinct), "{number:?}");
    }
}

#[test]
fn no_text_panics() {
    for text in ["1", "é", "1Z", "420", "C", "J", "RB12345678", "RB1234567é5GB", "ÄÄ123456785GB", "1Z5R8939035756712é"]
    {
        let number = TrackingNumber::parse(text).expect("a number");
        assert!(suggestions(&number).is_empty() && !number.is_postal(), "{text}");
    }
    for length in 1..=60 {
        for text in ["0", "9", "A", "Z"] {
            let _ = named(&text.repeat(length));
        }
    }
}
