"""What pages are served with that no wheel of ours carries: fonts, fetched by hash (``assets.lock``) and cut to size.

``assets.in`` is what we ask for, ``assets.lock`` pins it by hash; both ship with the package so that
``danban assets`` works from an installed wheel as well.
"""
