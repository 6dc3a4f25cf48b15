"""The lists of the room: assignments of a year, everything of one body, what was published."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.assignments import queries
from danban.overviews.queries import body_page
from danban.web.desk.assignments import pages
from danban.web.desk.assignments.forms import ListForm
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/assignments/"


def no_year(request: DeskRequest) -> HttpResponse:
    """Nothing was launched yet."""
    return render(request, FOLDER + "no_year.html")


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """What the plan gives to whom, and how it stands."""
    found = queries.assignment_list(request.actor, ListForm(request.GET).of_assignments(), today=request.today)
    if found is None:
        return no_year(request)
    return render(request, FOLDER + "index.html", pages.index(found, request.actor, request.today))


@require_safe
def body(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything one body has to do."""
    found = body_page(request.actor, pk, today=request.today, key=ListForm(request.GET).key)
    return render(request, FOLDER + "body.html", pages.body(found, request.today))


@require_safe
def library(request: DeskRequest) -> HttpResponse:
    """Outlines and guidance published for the units below."""
    asked = ListForm(request.GET)
    found = queries.library(request.actor, words=asked.words, purpose=asked.purpose, page=asked.page, key=asked.key)
    if found is None:
        return no_year(request)
    return render(request, FOLDER + "library.html", pages.library(found))
