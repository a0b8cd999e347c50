"""Recording and product codes that are well formed and can belong to nobody."""


def isrc(number: int, year: int) -> str:
    """An ISRC of the country code ZZ, which is never assigned.

    Args:
        number: Running number, 0 to 99 999 999; what exceeds five digits enters the registrant.
    """
    registrant, designation = divmod(number, 100_000)
    return f"ZZW{registrant // 10 % 10}{registrant % 10}{year % 100:02d}{designation:05d}"


def upc(number: int) -> str:
    """A UPC-A of number system 2, kept for use inside shops, with its check digit."""
    digits = f"2{number:010d}"
    odd = sum(int(digit) for digit in digits[::2])
    even = sum(int(digit) for digit in digits[1::2])
    return f"{digits}{-(3 * odd + even) % 10}"
